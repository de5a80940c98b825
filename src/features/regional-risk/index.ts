export { StudyService } from './study.service.js';
export { type WarningToWrite, writeWarning } from './warning.service.js';
export { WarningReader } from './warning-reader.service.js';
export { MonthlyWatch } from './monthly-watch.js';
export { type WatchReport, WatchService } from './watch.service.js';
