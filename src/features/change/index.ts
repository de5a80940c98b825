export { BatchChangeService, type BatchItem, itemErrors, type ItemOutcome } from './batch-change.service.js';
export { changeByCounty, type PlacedItem } from './change-by-county.js';
export { type Changed, ChangeService, notFound, versionConflict } from './change.service.js';
export { forgetExpiredKeys } from './forget-expired-keys.js';
export { keyConflict } from './key-record.js';
export { orRefused, reasonsOf, Refused, refuseAny } from './refused.js';
