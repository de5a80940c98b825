export { MeasureReader } from './measure-reader.service.js';
export { measureStatuses } from './measure-statuses.js';
