import type { HouseholdChangeService, HouseholdService } from '../household/index.js';
import { GuaranteeService } from './guarantee.service.js';
import { GuaranteesResolver } from './guarantees.resolver.js';
import { HouseholdGuaranteesResolver } from './household-guarantees.resolver.js';
import { HouseholdGuarantees, type HouseholdGuaranteesParts } from './household-guarantees.service.js';
import { RecordGuaranteesResolver } from './record-guarantees.resolver.js';

/** 三保障室所需 · What the services of the room stand on. */
export interface GuaranteeRoomParts extends HouseholdGuaranteesParts {
  readonly households: HouseholdService;
  readonly householdChanges: HouseholdChangeService;
}

/** 三保障室 · Services and resolvers of the checks of guarantees. @article none — technical */
export function assembleGuarantees(parts: GuaranteeRoomParts) {
  const { households, householdChanges, cipher } = parts;
  const reader = new HouseholdGuarantees(parts);
  return {
    resolvers: [
      new GuaranteesResolver(reader),
      new HouseholdGuaranteesResolver(reader),
      new RecordGuaranteesResolver(households, new GuaranteeService(householdChanges, cipher)),
    ],
  };
}
