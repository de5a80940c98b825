export type { HouseholdEntry, ReadHousehold } from './household-entry.js';
export { type NewHousehold, writeNewHouseholds } from './new-household.js';
export { faultsOfNumber, NUMBER_GUARDS, RegisterHouseholdService } from './register-household.service.js';
