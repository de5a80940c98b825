export { DailyQuality } from './daily-quality.js';
export { QualityService } from './quality.service.js';
export { type QualityScanReport, ScanQualityService, type ScanRequest } from './scan-quality.service.js';
