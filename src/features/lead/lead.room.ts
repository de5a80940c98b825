import { HouseholdLeadsResolver } from './household-leads.resolver.js';
import { HouseholdLeads, type HouseholdLeadsParts } from './household-leads.service.js';
import { LeadResolver } from './lead.resolver.js';
import { LeadService, type LeadServiceParts } from './lead.service.js';
import { LeadReader, type LeadReaderParts } from './lead-reader.service.js';
import { ProgressResolver } from './progress.resolver.js';
import { ProgressService } from './progress.service.js';

/** 线索室 · Services and resolvers of leads. @article none — technical */
export function assembleLeads(parts: LeadServiceParts & LeadReaderParts & HouseholdLeadsParts) {
  const reader = new LeadReader(parts);
  const service = new LeadService(parts);
  return {
    reader,
    service,
    resolvers: [
      new LeadResolver(service, reader, parts.tree),
      new HouseholdLeadsResolver(new HouseholdLeads(parts)),
      new ProgressResolver(new ProgressService(parts.database, parts.blindIndex)),
    ],
  };
}
