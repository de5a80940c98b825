export { type CaseChangeBasis, CaseChangeService, type CaseEffect, readCaseId } from './case-change.service.js';
export type { CaseParts, CaseRow } from './case-facts.js';
