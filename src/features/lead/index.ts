export { closeLead, ownChain } from './close-lead.js';
export { HouseholdLeads } from './household-leads.service.js';
export { LeadService } from './lead.service.js';
export { LeadReader } from './lead-reader.service.js';
export {
  type HouseholdUnderWay,
  insertLead,
  insertLeads,
  type LeadRow,
  lockLead,
  openLeadsOf,
  underWayFor,
  underWayOf,
} from './lead-row.repository.js';
export { type NewLead, type NewLeadParts, newLead, verifyBy } from './new-lead.js';
export { ProgressService } from './progress.service.js';
export { receiptOf } from './receipt.js';
