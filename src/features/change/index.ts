export { type Changed, type ChangeRequest, ChangeService, notFound, versionConflict } from './change.service.js';
export { Refused, refuseAny } from './refused.js';
