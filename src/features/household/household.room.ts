import { GuaranteesResolver } from './guarantees.resolver.js';
import { HouseholdResolver } from './household.resolver.js';
import { HouseholdService, type HouseholdServiceParts } from './household.service.js';
import { HouseholdChangeService } from './household-change.service.js';
import { HouseholdEdges } from './household-edges.service.js';
import type { HouseholdListener } from './household-listener.js';
import { HouseholdMutationResolver } from './household-mutation.resolver.js';
import { HouseholdRecords } from './household-records.service.js';
import { ImportResolver } from './import.resolver.js';
import { ImportHouseholdsService } from './import-households.service.js';
import { IncomeResolver } from './income.resolver.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { type PersonalDataParts, PersonalDataService } from './personal-data.service.js';
import { RegionHouseholdsResolver } from './region-households.resolver.js';
import { type RegisterHouseholdParts, RegisterHouseholdService } from './register-household.service.js';
import { UpdateHouseholdService } from './update-household.service.js';

/** 农户室所需 · What the services of the room stand on. */
export type HouseholdRoomParts = HouseholdServiceParts &
  PersonalDataParts &
  RegisterHouseholdParts & {
    /** What later rooms do when a household changes. */
    readonly listeners: readonly HouseholdListener[];
  };

/** 农户室 · Services and resolvers of households, members, incomes and guarantees. @article none — technical */
export function assembleHouseholds(parts: HouseholdRoomParts) {
  const { tree, provinces, cipher, blindIndex } = parts;
  const service = new HouseholdService(parts);
  const personal = new PersonalDataService(parts);
  const changes = new HouseholdChangeService(parts.changes, parts.listeners);
  const registration = new RegisterHouseholdService(parts);
  return {
    service,
    personal,
    resolvers: [
      new HouseholdResolver(service, new HouseholdEdges(parts), personal, tree),
      new MemberResolver(personal),
      new IncomeResolver(),
      new GuaranteesResolver(personal),
      new RegionHouseholdsResolver(service),
      new HouseholdMutationResolver(
        service,
        registration,
        new UpdateHouseholdService(changes, tree, cipher, blindIndex),
        new MemberService(changes, cipher, blindIndex),
        new HouseholdRecords(changes, provinces, cipher),
      ),
      new ImportResolver(new ImportHouseholdsService({ ...parts, registration })),
    ],
  };
}
