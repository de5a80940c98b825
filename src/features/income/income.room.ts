import type { HouseholdChangeService, HouseholdService, RulesSource } from '../household/index.js';
import { HouseholdIncomesResolver } from './household-incomes.resolver.js';
import { HouseholdIncomes, type HouseholdIncomesParts } from './household-incomes.service.js';
import { IncomeResolver } from './income.resolver.js';
import { IncomeService } from './income.service.js';
import { RecordIncomeResolver } from './record-income.resolver.js';

/** 收入室所需 · What the services of the room stand on. */
export interface IncomeRoomParts extends HouseholdIncomesParts {
  readonly provinces: RulesSource;
  readonly households: HouseholdService;
  readonly householdChanges: HouseholdChangeService;
}

/** 收入室 · Services and resolvers of incomes. @article none — technical */
export function assembleIncomes(parts: IncomeRoomParts) {
  const { households, householdChanges, provinces } = parts;
  return {
    resolvers: [
      new IncomeResolver(),
      new HouseholdIncomesResolver(new HouseholdIncomes(parts)),
      new RecordIncomeResolver(households, new IncomeService(householdChanges, provinces)),
    ],
  };
}
