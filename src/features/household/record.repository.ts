import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import { guaranteeCheck } from './guarantee.table.js';
import { household, householdNumber } from './household.table.js';
import { incomeRecord } from './income.table.js';

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

/** Rows a statement at most: PostgreSQL takes 65,535 parameters, and a row has up to 30. */
const SLICE = 1_000;

/** 分批写入 · Inserts any number of rows, a thousand a statement, all sent at once. */
export async function inSlices<T>(rows: readonly T[], insert: (slice: T[]) => Promise<unknown>): Promise<void> {
  const slices = Array.from({ length: Math.ceil(rows.length / SLICE) }, (_, n) =>
    rows.slice(n * SLICE, (n + 1) * SLICE),
  );
  await Promise.all(slices.map(insert));
}

/** 新建收入记录 · Inserts income records. */
export async function insertIncomes(
  tx: Transaction,
  rows: readonly (typeof incomeRecord.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(incomeRecord).values(slice)));
}

/** 新建保障核查 · Inserts checks. */
export async function insertChecks(
  tx: Transaction,
  rows: readonly (typeof guaranteeCheck.$inferInsert)[],
): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(guaranteeCheck).values(slice)));
}

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
