export { closeLead, type LeadClosing, ownChain } from './close-lead.js';
export { HouseholdLeads, type HouseholdLeadsParts } from './household-leads.service.js';
export { LeadService, type LeadServiceParts, type LeadSubmission } from './lead.service.js';
export type { LeadObject } from './lead-object.js';
export { LeadReader, type LeadReaderParts } from './lead-reader.service.js';
export { type LeadRow, lockLead, openLeadsOf } from './lead-row.repository.js';
export { ProgressService } from './progress.service.js';
export { type Receipt, receiptOf } from './receipt.js';
