export { answer, type CaseAnswer } from './case-answer.js';
export { type CaseChangeBasis, CaseChangeService, type CaseEffect, readCaseId } from './case-change.service.js';
export { earliestDue } from './case-columns.js';
export { type CaseRow, statedNeeds } from './case-facts.js';
export { CaseReader } from './case-reader.service.js';
export type { MeasurePort } from './measure-port.js';
export { type CasePlace, insertRun } from './procedure.repository.js';
export { openText, sealText } from './sealed-text.js';
export { trackingColumns } from './tracking-only.js';
