export { answerChange, type HouseholdAnswer } from './answer-change.js';
export { changesOf, traceOf } from './change-trace.js';
export { faultsOfAddress, faultsOfRegion } from './check-home.js';
export {
  type HouseholdPlace,
  householdsInReach,
  placesOfNumbers,
  reachableHouseholds,
} from './household.repository.js';
export { HouseholdService, type RulesSource } from './household.service.js';
export { type HouseholdBatchOutcome, HouseholdBatchService, type HouseholdItem } from './household-batch.service.js';
export { appendToHousehold, appendToHouseholds, type HouseholdEvent } from './household-chain.js';
export { HouseholdChangeService, type HouseholdEffect, type HouseholdIds } from './household-change.service.js';
export { type HouseholdKey, idsByCounty, keyOf } from './household-key.js';
export {
  type HouseholdAspect,
  type HouseholdChange,
  type HouseholdListener,
  type HouseholdsChanged,
  hindrances,
  rowAfter,
  tellListeners,
} from './household-listener.js';
export { moveWithHouseholds } from './household-move.repository.js';
export type { HouseholdObject } from './household-object.js';
export {
  findHouseholdFacts,
  type HouseholdRow,
  lockHousehold,
  lockHouseholds,
  lockHouseholdsOf,
  type MemberPlace,
  moveHouseholdHeads,
  updateHouseholdRow,
  updateHouseholdRows,
} from './household-row.repository.js';
export { datedRecords } from './newest-record.repository.js';
export { readHouseholdId, readMemberId } from './read-household-id.js';
export { type RecordOwner, recordOwner } from './record-owner.js';
export { RecordsOnDay, type RecordsOnDayParts } from './records-on-day.service.js';
