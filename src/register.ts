import { assembleGuarantees } from './features/guarantee/guarantee.room.js';
import { assembleHouseholds, type HouseholdRoomParts } from './features/household/household.room.js';
import { assembleHouseholdImport } from './features/household-import/household-import.room.js';
import { assembleIncomes } from './features/income/income.room.js';
import { assembleMembers } from './features/member/member.room.js';
import { assemblePersonalData } from './features/personal-data/personal-data.room.js';
import { assembleRegistration } from './features/registration/registration.room.js';

/**
 * 农户各室 · Builds the rooms about a household, in their order: the household itself, its members, incomes and checks of the
 * guarantees, the personal data of all of them, and then how households come into the register, one by one and many at once.
 *
 * @article none — technical
 */
export function assembleRegister(parts: HouseholdRoomParts) {
  const household = assembleHouseholds(parts);
  const known = { ...parts, households: household.service, householdChanges: household.changes };
  const members = assembleMembers(known);
  const registration = assembleRegistration(known);
  return {
    households: household.service,
    members: members.reader,
    resolvers: [
      ...household.resolvers,
      ...members.resolvers,
      ...assembleIncomes(known).resolvers,
      ...assembleGuarantees(known).resolvers,
      ...assemblePersonalData(known).resolvers,
      ...registration.resolvers,
      ...assembleHouseholdImport({ ...known, registration: registration.service }).resolvers,
    ],
  };
}
