export { closeLead, ownChain } from './close-lead.js';
export { HouseholdLeads } from './household-leads.service.js';
export { LeadService } from './lead.service.js';
export { LeadReader } from './lead-reader.service.js';
export { insertLead, type LeadRow, lockLead, openLeadsOf, underWayFor } from './lead-row.repository.js';
export { type NewLead, type NewLeadParts, newLead } from './new-lead.js';
export { ProgressService } from './progress.service.js';
export { receiptOf } from './receipt.js';
