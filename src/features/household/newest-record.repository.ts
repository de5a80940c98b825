import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { pinnedTo, type Row, readRows } from '../../platform/database/read-rows.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';

/** 按日查找 · Which households, in which counties, on which day. */
export interface OnDay {
  readonly counties: readonly string[];
  readonly householdIds: readonly string[];
  readonly on: CalendarDate;
}

/** 各户记录 · Records of which a household has one after the other. */
export interface DatedRecords {
  /** Rows carry `householdId`. */
  readonly shape: ReadShape;
  /** Column of the day by which a record counts. */
  readonly day: string;
  /** The newest first; `@` stands for the table. */
  readonly order: string;
}

/** 各户记录 · Records of a shape as households have them. @article none — technical */
export function datedRecords(shape: ReadShape, day: string, order: string): DatedRecords {
  return { shape: { ...shape, always: { ...shape.always, householdId: '@.household_id' } }, day, order };
}

/** 当日记录 · The newest record of each household by a day; rows carry `householdId`. */
export function newestOnDay(
  tx: Transaction,
  reach: Reach,
  { shape, day, order }: DatedRecords,
  { counties, householdIds, on }: OnDay,
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
