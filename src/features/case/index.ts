export { type CaseChangeBasis, CaseChangeService, type CaseEffect, readCaseId } from './case-change.service.js';
export { type CaseParts, type CaseRow, statedNeeds } from './case-facts.js';
