import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { type Row, readRows } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { householdShape } from '../household/household-shape.repository.js';

/** 本人农户 · The one household of a resident's reach, with all that was asked for below it; null where there is none. */
export async function findOwnHousehold(tx: Transaction, reach: Reach, selection: Selection): Promise<Row | null> {
  const { scope } = reach;
  if (scope.householdId === null) return null;
  const where = sql`${inScope(scope, 'id')} AND t.id = ${scope.householdId}::uuid`;
  const [row] = await readRows(tx, householdShape, selection, { counties: reach.counties(), where, limit: 1 });
  return row ?? null;
}
