import type { AlertEntry } from '../../domain/alert/read-alert.js';
import type { BlindIndex } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { placesOfNumbers } from '../household/index.js';
import { ID_NUMBER_PURPOSE, type IdentityHolder, membersOfIdentities } from '../identity/index.js';
import { householdsOfMembers, type MatchedHousehold, matchedHouseholds } from './alert-row.repository.js';

/**
 * R06 匹配农户 · Finds the households of some alerts, by the keyed digest of an ID number first, then by the household's number. One
 * out of the sender's region is not found: whether it is registered there is nothing to be told.
 *
 * @returns asks for one entry; null where nobody is found
 * @article 3.1
 */
export async function matchHouseholds(
  tx: Transaction,
  reach: Reach,
  blindIndex: BlindIndex,
  entries: readonly AlertEntry[],
): Promise<(entry: AlertEntry) => MatchedHousehold | null> {
  const digests = new Map<string, string>();
  for (const { idNumber } of entries)
    if (idNumber !== null) digests.set(idNumber, blindIndex.digest(ID_NUMBER_PURPOSE, idNumber));
  const found = await householdsSought(tx, reach, [...digests.values()], entries.flatMap(numberOf));
  return ({ idNumber, householdNumber }) =>
    found({ idDigest: idNumber === null ? null : (digests.get(idNumber) ?? null), householdNumber });
}

/** 查找依据 · By what a household is sought. */
export interface Sought {
  readonly idDigest: string | null;
  readonly householdNumber: string | null;
}

/**
 * 按摘要匹配农户 · Finds households within a reach by keyed digests of ID numbers, and by numbers of households.
 *
 * @returns asks for one; null where nobody is found
 * @article 3.1
 */
export async function householdsSought(
  tx: Transaction,
  reach: Reach,
  digests: readonly string[],
  numbers: readonly string[],
): Promise<(sought: Sought) => MatchedHousehold | null> {
  const [holders, places] = await Promise.all([
    membersOfIdentities(tx, distinct(digests), reach.counties()),
    placesOfNumbers(tx, distinct(numbers)),
  ]);
  const reached = (county: string): boolean => reach.county(county) !== null;
  const own = holders.filter(({ countyCode }) => reached(countyCode));
  const found = [...places.values()].filter(({ county }) => reached(county));
  const [ofMembers, ofNumbers] = await Promise.all([
    householdsOfMembers(
      tx,
      reach,
      distinct(own.map(({ countyCode }) => countyCode)),
      own.map(({ memberId }) => memberId),
    ),
    matchedHouseholds(
      tx,
      reach,
      distinct(found.map(({ county }) => county)),
      found.map(({ id }) => id),
    ),
  ]);
  const byDigest = firstHouseholds(own, ofMembers);
  return ({ idDigest, householdNumber }) => {
    const byId = idDigest === null ? undefined : byDigest.get(idDigest);
    const place = householdNumber === null ? undefined : places.get(householdNumber);
    return byId ?? (place === undefined ? undefined : ofNumbers.get(place.id)) ?? null;
  };
}

/** The holder in the directory comes before those whose number waits for a review. */
function firstHouseholds(
  holders: readonly IdentityHolder[],
  ofMembers: ReadonlyMap<string, MatchedHousehold>,
): Map<string, MatchedHousehold> {
  const byDigest = new Map<string, MatchedHousehold>();
  for (const { idDigest, memberId } of holders) {
    const household = ofMembers.get(memberId);
    if (household !== undefined && !byDigest.has(idDigest)) byDigest.set(idDigest, household);
  }
  return byDigest;
}

const numberOf = ({ householdNumber }: Pick<Sought, 'householdNumber'>): string[] =>
  householdNumber === null ? [] : [householdNumber];

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
