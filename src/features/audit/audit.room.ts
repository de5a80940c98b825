import { AuditResolver } from './audit.resolver.js';
import { AuditService, type AuditServiceParts } from './audit.service.js';

/** 审计室 · The reading side of the trail. @article none — technical */
export function assembleAudit(parts: AuditServiceParts) {
  const service = new AuditService(parts);
  return { service, resolvers: [new AuditResolver(service)] };
}
