export { type BatchAnswer, batchAnswer } from './batch-answer.js';
export { batchSize } from './batch-size.js';
export {
  caseRows,
  casesOfHousehold,
  householdOfLead,
  insertCase,
  insertNationalNumber,
  lockedParts,
  partsOfCases,
} from './case.repository.js';
export { answer, type CaseAnswer } from './case-answer.js';
export { type CaseBatchOutcome, CaseBatchService } from './case-batch.service.js';
export {
  type CaseChangeBasis,
  CaseChangeService,
  type CaseEffect,
  type CaseId,
  placeOf,
  readCaseId,
} from './case-change.service.js';
export { earliestDue } from './case-columns.js';
export {
  caseFacts,
  type CaseParts,
  type CasePlace,
  type CaseRow,
  type VerifiedFacts,
  verifiedFacts,
} from './case-facts.js';
export { CaseReader } from './case-reader.service.js';
export { LONGEST, textFaults, textOrNull, textsOfEvidence, textsOfStep } from './entered-texts.js';
export { followHousehold } from './follow-household.js';
export type { MeasurePort } from './measure-port.js';
export type { OnCase } from './on-case.js';
export { insertRun, type StepContent } from './procedure.repository.js';
export { insertRisks } from './risk.repository.js';
export { runUnderWay } from './run-under-way.js';
export { evidencePlace, openEvidence, sealEvidence, takeOverPlace } from './sealed-evidence.js';
export { stepRow } from './step-row.js';
export { openColumn, openText, sealText } from './sealed-text.js';
export { type TrackingColumns, trackingColumns } from './tracking-only.js';
export { providerTrace } from './provider-trace.js';
