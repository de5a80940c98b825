import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among, arrayLiteral } from '../../platform/database/filter-condition.js';
import { regionalIndicator } from './regional-risk.table.js';

/** 已有指标 · A figure that is kept. */
export interface StoredIndicator {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: string;
  readonly indicator: string;
  readonly subject: string;
  readonly month: CalendarDate;
  readonly value: number;
  readonly exposure: number | null;
  readonly origin: 'REGISTER' | 'SUBMITTED';
  readonly department: string | null;
}

const ROW =
  sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.indicator, t.subject, t.month, t.value,
  t.exposure, t.origin, t.department`);

/** 已有指标 · Figures of some regions and months, all of one county or of the regions above that are named. */
export function storedIndicators(
  tx: Transaction,
  counties: readonly string[],
  regions: readonly string[],
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  indicator: string | null = null,
): Promise<StoredIndicator[]> {
  if (counties.length === 0 || regions.length === 0) return Promise.resolve([]);
  return tx.rows<StoredIndicator>(sql`
    SELECT ${ROW} FROM ${regionalIndicator} t
    WHERE ${among('t.county_code', counties, 'text')} AND t.region_code = ANY (${arrayLiteral(regions)}::text[])
      AND t.month BETWEEN ${from}::date AND ${to}::date AND (${indicator}::text IS NULL OR t.indicator = ${indicator})
    ORDER BY t.region_code, t.indicator, t.subject, t.month`);
}

type NewIndicator = typeof regionalIndicator.$inferInsert;

/** 新增指标 · Writes figures that were not there. */
export async function insertIndicators(tx: Transaction, rows: readonly NewIndicator[]): Promise<void> {
  await tx.insert(regionalIndicator, rows);
}

/** 更正指标 · Another value in the place of the earlier one. */
export async function reviseIndicator(
  tx: Transaction,
  { countyCode, id }: Pick<StoredIndicator, 'countyCode' | 'id'>,
  set: Pick<NewIndicator, 'value' | 'sourceSealed' | 'exposure' | 'updatedAt'>,
): Promise<void> {
  await tx.run(tx.orm.update(regionalIndicator).set(set).where(sql`county_code = ${countyCode} AND id = ${id}::uuid`));
}
