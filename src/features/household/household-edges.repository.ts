import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { type PageRow, pinnedTo, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { guaranteeShape, incomeShape, NEWEST_CHECK, NEWEST_INCOME } from './household-shape.repository.js';

/** 按日查找 · Which households, in which counties, on which day. */
export interface OnDay {
  readonly counties: readonly string[];
  readonly householdIds: readonly string[];
  readonly on: CalendarDate;
}

const withOwner = (shape: ReadShape): ReadShape => ({
  ...shape,
  always: { ...shape.always, householdId: '@.household_id' },
});

const incomeOfHousehold = withOwner(incomeShape);
const checkOfHousehold = withOwner(guaranteeShape);

/** 当日收入记录 · The newest record of each household whose window had ended by a day; rows carry `householdId`. */
export function incomesOn(tx: Transaction, reach: Reach, wanted: OnDay): Promise<Row[]> {
  return newestBy(tx, reach, wanted, { shape: incomeOfHousehold, day: 'window_to', order: NEWEST_INCOME }, []);
}

/** 当日保障核查 · The newest check of each household by a day; rows carry `householdId`. */
export function guaranteesOnDay(tx: Transaction, reach: Reach, wanted: OnDay, selection: Selection): Promise<Row[]> {
  return newestBy(tx, reach, wanted, { shape: checkOfHousehold, day: 'checked_on', order: NEWEST_CHECK }, selection);
}

interface Newest {
  readonly shape: ReadShape;
  readonly day: string;
  readonly order: string;
}

function newestBy(
  tx: Transaction,
  reach: Reach,
  { counties, householdIds, on }: OnDay,
  { shape, day, order }: Newest,
  selection: Selection,
): Promise<Row[]> {
  const newest = sql`SELECT DISTINCT ON (n.household_id) n.id FROM ${sql.raw(shape.table)} n
    WHERE ${pinnedTo(counties, 'n')} AND n.household_id = ANY (${arrayLiteral(householdIds)}::uuid[])
      AND ${sql.raw(`n.${day}`)} <= ${on}::date
    ORDER BY n.household_id, ${sql.raw(order.replaceAll('@', 'n'))}`;
  return readRows(tx, shape, selection, {
    counties,
    where: sql`${inScope(reach.scope, 'household_id')} AND t.id IN (${newest})`,
  });
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
