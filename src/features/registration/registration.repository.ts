import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { household, householdNumber } from '../household/household.table.js';

/** 新建农户 · Inserts households. */
export async function insertHouseholds(
  tx: Transaction,
  rows: readonly (typeof household.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(household).values(slice)));
}

/** 登记户编号 · Enters numbers in the national directory; one that is taken fails the transaction. */
export async function insertNumbers(
  tx: Transaction,
  rows: readonly (typeof householdNumber.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(householdNumber).values(slice)));
}

/** 取序号 · The next numbers of the register's sequence. */
export async function nextNumbers(tx: Transaction, howMany: number): Promise<number[]> {
  if (howMany === 0) return [];
  const rows = await tx.rows<{ n: number }>(
    sql`SELECT nextval('household_number_seq') AS n FROM generate_series(1, ${howMany}::int)`,
  );
  return rows.map(({ n }) => n);
}
