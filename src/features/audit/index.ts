export { anchoredPlaces } from './anchor.js';
export { AnchorKeeper, readAnchorKey } from './anchor-keeper.js';
export type { ChainHead } from './append-audit.js';
export { type AuditHead, appendAudit, appendAudits, type ChangeRecord } from './audit-trail.js';
export { exportEvents } from './export-events.js';
export { appendToOwnChain, recordConfigurations } from './own-chain.js';
export { openPurposes, sealPurposes } from './purpose.js';
export { RefusalTrail } from './refusal-trail.js';
export { verifyRegister } from './verify-register.service.js';
