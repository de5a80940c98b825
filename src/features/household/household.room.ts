import type { RegionTree } from '../region/index.js';
import { GuaranteesResolver } from './guarantees.resolver.js';
import { HouseholdEdges } from './household-edges.service.js';
import { HouseholdResolver } from './household.resolver.js';
import { HouseholdService, type HouseholdServiceParts } from './household.service.js';
import { IncomeResolver } from './income.resolver.js';
import { MemberResolver } from './member.resolver.js';
import { type PersonalDataParts, PersonalDataService } from './personal-data.service.js';
import { RegionHouseholdsResolver } from './region-households.resolver.js';

/** 农户室 · Services and resolvers of households, members, incomes and guarantees. @article none — technical */
export function assembleHouseholds(parts: HouseholdServiceParts & PersonalDataParts & { readonly tree: RegionTree }) {
  const service = new HouseholdService(parts);
  const personal = new PersonalDataService(parts);
  return {
    service,
    personal,
    resolvers: [
      new HouseholdResolver(service, new HouseholdEdges(parts), personal, parts.tree),
      new MemberResolver(personal),
      new IncomeResolver(),
      new GuaranteesResolver(personal),
      new RegionHouseholdsResolver(service),
    ],
  };
}
