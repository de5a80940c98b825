export { type HouseholdPlace, placesOfNumbers } from './household.repository.js';
export { HouseholdService, type RulesSource } from './household.service.js';
export { appendToHousehold } from './household-chain.js';
export {
  type HouseholdBatchOutcome,
  HouseholdBatchService,
  type HouseholdItem,
} from './household-batch.service.js';
export { compositionColumns, HouseholdChangeService, type HouseholdIds } from './household-change.service.js';
export {
  type HouseholdAspect,
  type HouseholdChange,
  type HouseholdListener,
  type HouseholdsChanged,
  rowAfter,
  tellListeners,
} from './household-listener.js';
export {
  findHouseholdFacts,
  type HouseholdRow,
  lockHousehold,
  lockHouseholds,
  lockHouseholdsOf,
  moveHouseholdHeads,
  updateHouseholdRow,
} from './household-row.repository.js';
export type { HouseholdObject, MemberObject } from './household-rows.js';
export { PersonalDataService } from './personal-data.service.js';
export { guaranteesAreSecure, incomeColumns, newestIncome } from './record-entry.js';
export { readHouseholdId } from './read-household-id.js';
export { openIdNumber } from './member-patch.js';
export { type MemberRow, membersOfHousehold, updateMemberRow } from './member-row.repository.js';
