export { type HouseholdPlace, placesOfNumbers } from './household.repository.js';
export { HouseholdService, type RulesSource } from './household.service.js';
export { appendToHousehold } from './household-chain.js';
export {
  type HouseholdBatchOutcome,
  HouseholdBatchService,
  type HouseholdItem,
} from './household-batch.service.js';
export { compositionColumns } from './composition-columns.js';
export { HouseholdChangeService, type HouseholdIds } from './household-change.service.js';
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
export type { HouseholdObject } from './household-object.js';
export type { MemberObject } from './member-object.js';
export type { MemberReader } from './member-reader.service.js';
export { PersonalDataService } from './personal-data.service.js';
export { guaranteesAreSecure } from './guarantee-entry.js';
export { incomeColumns, newestIncome } from './income-entry.js';
export { readHouseholdId } from './read-household-id.js';
export { openIdNumber } from './member-patch.js';
export { membersOfHousehold, updateMemberRow } from './member-row.repository.js';
