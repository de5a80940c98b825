import { HouseholdPersonalDataResolver } from './household-personal-data.resolver.js';
import { MemberPersonalDataResolver } from './member-personal-data.resolver.js';
import { type PersonalDataParts, PersonalDataService } from './personal-data.service.js';

/** 个人信息室 · Service and resolvers of names, numbers and addresses. @article 5.3 */
export function assemblePersonalData(parts: PersonalDataParts) {
  const service = new PersonalDataService(parts);
  return { resolvers: [new HouseholdPersonalDataResolver(service), new MemberPersonalDataResolver(service)] };
}
