export { QualityService } from './quality.service.js';
export { type QualityScanReport, ScanQualityService } from './scan-quality.service.js';
