export { type Changed, type ChangeRequest, ChangeService, notFound, versionConflict } from './change.service.js';
export { refuseAny, Refused } from './refused.js';
