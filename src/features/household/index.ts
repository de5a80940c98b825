export type { HouseholdPlace } from './household.repository.js';
export { HouseholdService, type HouseholdServiceParts, type RulesSource } from './household.service.js';
export { appendToHousehold, type HouseholdEvent } from './household-chain.js';
export type { HouseholdFilterValues } from './household-filter.repository.js';
export {
  findHouseholdFacts,
  type HouseholdRow,
  lockHousehold,
  updateHouseholdRow,
} from './household-row.repository.js';
export type { HouseholdObject, MemberObject } from './household-rows.js';
export { PersonalDataService } from './personal-data.service.js';
export { readHouseholdId, readMemberId } from './read-household-id.js';
