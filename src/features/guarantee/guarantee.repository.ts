import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import { inSlices } from '../../platform/database/in-slices.js';
import { datedRecords } from '../household/index.js';
import { guaranteeCheck } from './guarantee.table.js';
import { guaranteeShape, NEWEST_CHECK } from './guarantee-shape.repository.js';

/** 各户保障核查 · Checks of the guarantees, by their day. */
export const CHECKS = datedRecords(guaranteeShape, 'checked_on', NEWEST_CHECK);

/** 最近核查日 · Day of the newest check of some households of a county; by household, none before the first. */
export async function newestCheckDays(
  tx: Transaction,
  county: string,
  households: readonly string[],
): Promise<ReadonlyMap<string, CalendarDate>> {
  const rows = await tx.rows<{ household: string; day: CalendarDate }>(sql`
    SELECT household_id AS household, max(checked_on) AS day FROM ${guaranteeCheck}
    WHERE county_code = ${county} AND ${among('household_id', households, 'uuid')} GROUP BY household_id`);
  return new Map(rows.map(({ household, day }) => [household, day]));
}

/** 新建保障核查 · Inserts checks. */
export async function insertChecks(
  tx: Transaction,
  rows: readonly (typeof guaranteeCheck.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(guaranteeCheck).values(slice)));
}
