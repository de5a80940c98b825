export type { ChainHead } from './append-audit.js';
export { type AuditHead, appendAudit, type ChangeRecord } from './audit-trail.js';
