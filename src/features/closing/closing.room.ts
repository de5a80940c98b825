import type { ChangeService } from '../change/index.js';
import { CloseHouseholdResolver } from './close-household.resolver.js';
import { type CloseHouseholdParts, closingService } from './close-household.service.js';

/** 注销室 · Service and resolver of the closing of records. @article 5.3 */
export function assembleClosing(parts: CloseHouseholdParts & { readonly changes: ChangeService }) {
  return { resolvers: [new CloseHouseholdResolver(closingService(parts))] };
}
