import { householdMoves, unitsOf } from '../../domain/statistics/rollup/tally-change.js';
import type { Transaction } from '../../platform/database/database.js';
import {
  type CaseOfHousehold,
  type HeldHousehold,
  lockTalliedCases,
  writeTallyChanges,
} from './tally-change.repository.js';

/** A household of which the transaction holds the row. */
type Held = HeldHousehold & { readonly id: string };

/** 农户的变化 · Households of one county as they were and as they are written; null for one that is registered. */
export interface HouseholdsMoved {
  readonly tx: Transaction;
  readonly county: string;
  readonly changes: readonly { readonly before: Held | null; readonly after: Held }[];
}

/**
 * 记农户变动 · Moves households and all their cases in the tallies, where anything of them is tallied differently; told before whoever
 * changes the cases themselves.
 *
 * @article 5.2
 */
export async function tallyHouseholds({ tx, county, changes }: HouseholdsMoved): Promise<void> {
  const moved = changes.filter(({ before, after }) => before === null || householdMoves(before, after));
  if (moved.length === 0) return;
  const known = moved.flatMap(({ before }) => (before === null ? [] : [before.id]));
  const cases = known.length === 0 ? [] : await lockTalliedCases(tx, county, known);
  await writeTallyChanges(
    tx,
    moved.flatMap(({ before, after }) => {
      const own = casesOf(cases, after);
      const out = before === null ? [] : [{ household: before, units: unitsOf(own, -1) }];
      return [...out, { household: after, units: unitsOf(own, 1) }];
    }),
  );
}

/** 记注销 · Takes a household whose record is closed out of the tallies, with its cases. @article 5.3 */
export async function tallyClosed(tx: Transaction, household: Held): Promise<void> {
  const cases = await lockTalliedCases(tx, household.countyCode, [household.id]);
  await writeTallyChanges(tx, [{ household, units: unitsOf(cases, -1) }]);
}

function casesOf(cases: readonly CaseOfHousehold[], { id }: Held): CaseOfHousehold[] {
  return cases.filter(({ householdId }) => householdId === id);
}
