import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import type { OrderColumn } from '../../platform/database/page.js';
import { type CountedPage, type PageWanted, type Reach, RowsInReach } from '../access/index.js';
import { procedureRun } from '../case/procedure.table.js';
import { measureShape } from './measure-shape.repository.js';
import { delivery, supportMeasure } from './support.table.js';

/** 可及措施 · Measures within a reach, with all that was asked for below them. */
export const measuresInReach = new RowsInReach(measureShape, 'household_id', 'record_closed_on');

/** 措施的次序 · Latest first, unique by the id at its end. */
const LATEST_FIRST: readonly OrderColumn[] = [
  { column: 't.planned_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 所属档案 · A case by county and row. */
export interface CaseKey {
  readonly countyCode: string;
  readonly rowId: string;
}

/** 一档的措施 · A page of a case's measures, latest first, and their number where it was asked for. */
export function pageOfMeasures(
  tx: Transaction,
  reach: Reach,
  { countyCode, rowId }: CaseKey,
  wanted: Omit<PageWanted, 'order'>,
): Promise<CountedPage> {
  const filter = { counties: [countyCode], where: sql`t.case_id = ${rowId}::uuid` };
  return measuresInReach.page(tx, reach, filter, { ...wanted, order: LATEST_FIRST });
}

/** 措施所在 · What never changes of a measure: its case, and the day and configuration of its plan. */
export interface MeasurePlace {
  readonly county: string;
  readonly id: string;
  readonly caseId: string;
  readonly plannedOn: CalendarDate;
  /** Null for urgent help, which no run approved. */
  readonly configVersion: string | null;
}

/** 查找措施所在 · Where a measure stands; null where the transaction's scope has no such measure. */
export async function placeOfMeasure(tx: Transaction, county: string, id: string): Promise<MeasurePlace | null> {
  const [place] = await tx.rows<MeasurePlace>(sql`
    SELECT t.county_code AS county, t.id, t.case_id AS "caseId", t.planned_on AS "plannedOn", r.config_version AS "configVersion"
    FROM ${supportMeasure} t LEFT JOIN ${procedureRun} r ON r.county_code = ${county} AND r.id = t.run_id
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid`);
  return place ?? null;
}

/** 最近落实日 · Day of a measure's last delivery; null where it has none. */
export async function lastDeliveryOf(tx: Transaction, county: string, measureId: string): Promise<CalendarDate | null> {
  const [last] = await tx.rows<{ on: CalendarDate | null }>(sql`
    SELECT max(delivered_on) AS "on" FROM ${delivery} WHERE county_code = ${county} AND measure_id = ${measureId}::uuid`);
  return last?.on ?? null;
}
