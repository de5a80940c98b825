import type { ChangeService } from '../change/index.js';
import { HouseholdChangeService, type HouseholdListener } from '../household/index.js';
import { IdentityReviewResolver } from './identity-review.resolver.js';
import { type IdentityReviewParts, IdentityReviewService } from './identity-review.service.js';

/** 身份复核室所需 · What the room stands on; the listeners hear of households as in every other room. */
export type IdentityReviewRoomParts = IdentityReviewParts & {
  readonly changes: ChangeService;
  readonly listeners: readonly HouseholdListener[];
};

/** 身份复核室 · Service and resolver of identity numbers that were entered twice. @article 5.3 */
export function assembleIdentityReviews(parts: IdentityReviewRoomParts) {
  const changes = new HouseholdChangeService(parts.changes, parts.listeners);
  return { resolvers: [new IdentityReviewResolver(new IdentityReviewService(changes, parts))] };
}
