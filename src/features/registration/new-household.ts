import { householdNumberOf } from '../../domain/household/household-number.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { insertChecks } from '../guarantee/index.js';
import { appendToHouseholds, type HouseholdChange, type HouseholdRow } from '../household/index.js';
import { enterIdentities } from '../identity/index.js';
import { insertIncomes } from '../income/index.js';
import { insertMembers } from '../member/index.js';
import type { HouseholdRows } from './household-entry.js';
import { insertHouseholds, insertNumbers, nextNumbers } from './registration.repository.js';

/** 新农户 · The rows of a household to enter, and the number that it comes with. */
export interface NewHousehold {
  readonly rows: HouseholdRows;
  /** Null where one is to be given out. */
  readonly number: string | null;
}

/**
 * 写入新农户 · Enters households of one county with all that came with them: numbers given out, identity numbers entered, an
 * audit event each, every table in one statement.
 *
 * @param action  name of the operation, for the trail
 * @returns what listeners are to be told of each
 * @article 5.3
 */
export async function writeNewHouseholds(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  action: string,
  households: readonly NewHousehold[],
): Promise<readonly HouseholdChange[]> {
  const without = households.filter(({ number }) => number === null).length;
  const [given] = await Promise.all([
    nextNumbers(tx, without),
    enterIdentities(tx, caller, households.flatMap(claimsOf)),
  ]);
  const numbered = households.map(({ rows, number }) => {
    const { countyCode } = rows.household;
    return { rows, number: number ?? householdNumberOf(countyCode, given.shift() ?? 0) };
  });
  const { heads, written } = appendToHouseholds(
    tx,
    reach,
    caller,
    numbered.map(({ rows, number }) => {
      const { countyCode, regionCode, id } = rows.household;
      const row = { countyCode, regionCode: regionCode as RegionCode, id, auditSequence: 0, auditHash: null };
      return { row, event: { action, change: changeOf(rows, number) } };
    }),
  );
  const own = numbered.map(({ rows, number }, at) => ({ ...rows.household, ...heads[at]!, number }));
  const numbers = own.map(({ number, countyCode, id }) => ({ number, countyCode, householdId: id }));
  await Promise.all([
    written,
    insertNumbers(tx, numbers),
    insertHouseholds(tx, own),
    insertMembers(
      tx,
      numbered.flatMap(({ rows }) => rows.members),
    ),
    insertIncomes(
      tx,
      numbered.flatMap(({ rows }) => rows.incomes),
    ),
    insertChecks(
      tx,
      numbered.flatMap(({ rows }) => rows.checks),
    ),
  ]);
  return numbered.map(({ rows }, at) => ({
    before: null,
    // Every column of a row is said where it is new.
    after: own[at] as (typeof own)[number] & HouseholdRow,
    aspects: aspectsOf(rows),
    on: caller.today,
  }));
}

function aspectsOf({ incomes, checks }: HouseholdRows): HouseholdChange['aspects'] {
  return [
    'HOME',
    'FORMER_STATUS',
    'MEMBERS',
    ...(incomes.length > 0 ? (['INCOME'] as const) : []),
    ...(checks.length > 0 ? (['GUARANTEES'] as const) : []),
  ];
}

function claimsOf({ rows }: NewHousehold) {
  return rows.claims.map((claim) => ({ ...claim, regionCode: rows.household.regionCode }));
}

function changeOf({ household: own, members, incomes, checks }: HouseholdRows, number: string) {
  return {
    number,
    region: own.regionCode,
    formerStatus: own.formerStatus,
    resettled: own.resettled,
    source: own.source ?? null,
    members: members.map(({ id }) => id),
    incomes: incomes.map(({ windowFrom, windowTo }) => ({ from: windowFrom, to: windowTo })),
    checkedOn: checks[0]?.checkedOn ?? null,
    sealed: ['members', ...(own.addressSealed ? ['address'] : []), ...(checks[0]?.noteSealed ? ['note'] : [])],
    version: 1,
  };
}
