import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among, arrayLiteral } from '../../platform/database/filter-condition.js';
import { inSlices } from '../../platform/database/in-slices.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { type PageRow, readPage } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { datedRecords } from '../household/index.js';
import { incomeRecord } from './income.table.js';
import { incomeShape, NEWEST_INCOME } from './income-shape.repository.js';

/** 各户收入记录 · Windows of income, by the day on which they end. */
export const INCOMES = datedRecords(incomeShape, 'window_to', NEWEST_INCOME);

/** 收入窗口 · First and last day of a window that is recorded. */
export interface IncomeWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 已录收入窗口 · The windows in force of some households of a county, the newest first; by household, none for one without. */
export async function recordedWindows(
  tx: Transaction,
  county: string,
  households: readonly string[],
): Promise<ReadonlyMap<string, readonly IncomeWindow[]>> {
  const rows = await tx.rows<IncomeWindow & { readonly household: string }>(sql`
    SELECT household_id AS household, window_from AS "from", window_to AS "to" FROM ${incomeRecord}
    WHERE county_code = ${county} AND ${among('household_id', households, 'uuid')} ORDER BY window_to DESC, window_from DESC`);
  const windows = new Map<string, IncomeWindow[]>();
  for (const { household, ...window } of rows) windows.set(household, [...(windows.get(household) ?? []), window]);
  return windows;
}

/** 新建收入记录 · Inserts income records. */
export async function insertIncomes(
  tx: Transaction,
  rows: readonly (typeof incomeRecord.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(incomeRecord).values(slice)));
}

/** 收入记录的排序 · Newest window first, unique by the id at its end. */
const INCOME_ORDER: readonly OrderColumn[] = [
  { column: 't.window_to', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.window_from', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 一页收入记录 · A page of a household's incomes past a cursor. */
export function pageOfIncomes(
  tx: Transaction,
  reach: Reach,
  county: string,
  householdId: string,
  request: PageRequest,
): Promise<Page<PageRow>> {
  const where = sql`${inScope(reach.scope, 'household_id')} AND t.household_id = ${householdId}::uuid`;
  return readPage(tx, incomeShape, [], { counties: [county], where, order: INCOME_ORDER }, request);
}

/** 收入记录数 · How many income records each household has. */
export async function countIncomes(
  tx: Transaction,
  reach: Reach,
  county: string,
  householdIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.rows<{ id: string; n: number }>(sql`
    SELECT t.household_id AS id, count(*)::int AS n FROM income_record t
    WHERE t.county_code = ${county} AND t.household_id = ANY (${arrayLiteral(householdIds)}::uuid[])
      AND ${inScope(reach.scope, 'household_id')} GROUP BY t.household_id`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
