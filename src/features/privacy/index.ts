export { eraseDueRecords, recordsDue } from './erase-records.service.js';
export { exportHousehold } from './export-household.service.js';
export { findByNumber } from './privacy.repository.js';
