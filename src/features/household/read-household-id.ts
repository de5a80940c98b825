import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { HouseholdPlace } from './household.repository.js';

/** 读农户标识 · Reads the global id of a household; null for anything else. */
export function readHouseholdId(globalId: string): HouseholdPlace | null {
  return placeOf('Household', globalId);
}

/** 读成员标识 · Reads the global id of a member; null for anything else. */
export function readMemberId(globalId: string): HouseholdPlace | null {
  return placeOf('Member', globalId);
}

/** Ids of regions are division codes, which no household or member has. */
const UUID_LENGTH = 36;

function placeOf(type: string, globalId: string): HouseholdPlace | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === type && parts.id.length === UUID_LENGTH ? { county: parts.county, id: parts.id } : null;
}
