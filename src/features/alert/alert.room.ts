import type { LeadReader } from '../lead/index.js';
import { AlertResolver } from './alert.resolver.js';
import { HouseholdAlertsResolver, LeadAlertResolver } from './alert-edges.resolver.js';
import { AlertReader, type AlertReaderParts } from './alert-reader.service.js';
import { DepartmentLinkResolver } from './department-link.resolver.js';
import { LinkService } from './link.service.js';
import { MatchAlertService } from './match-alert.service.js';
import { type SubmitAlertsParts, SubmitAlertsService } from './submit-alerts.service.js';

/** 预警室 · Services and resolvers of departments' alerts. @article none — technical */
export function assembleAlerts(parts: SubmitAlertsParts & AlertReaderParts & { readonly leads: LeadReader }) {
  const reader = new AlertReader(parts);
  const submission = new SubmitAlertsService(parts);
  const matching = new MatchAlertService(parts);
  return {
    reader,
    resolvers: [
      new AlertResolver(submission, matching, parts.leads, reader, parts.tree),
      new LeadAlertResolver(),
      new DepartmentLinkResolver(new LinkService(parts)),
      new HouseholdAlertsResolver(reader),
    ],
  };
}
