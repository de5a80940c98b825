import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, type Row, readPage, readRows } from '../../platform/database/read-rows.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { procedureRun } from '../case/procedure.table.js';
import { measureShape } from './measure-shape.repository.js';
import { delivery, supportMeasure } from './support.table.js';

/** 查找措施 · Measures by id, within the reach, with all that was asked for below them. */
export function findMeasures(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readRows(tx, measureShape, selection, {
    counties: reach.county(county) === null ? [] : [county],
    where: sql`${inScope(reach.scope, 'household_id')} AND ${among('t.id', ids, 'uuid')}`,
    limit: ids.length,
  });
}

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

/** 一页措施 · A page of a case's measures, latest first. */
export function pageOfMeasures(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  { countyCode, rowId }: CaseKey,
  request: PageRequest,
): Promise<Page<PageRow>> {
  const where = sql`${inScope(reach.scope, 'household_id')} AND t.case_id = ${rowId}::uuid`;
  return readPage(tx, measureShape, selection, { counties: [countyCode], where, order: LATEST_FIRST }, request);
}

/** 措施总数 · How many measures a case has. */
export function countMeasures(tx: Transaction, reach: Reach, { countyCode, rowId }: CaseKey): Promise<number> {
  const where = sql`${inScope(reach.scope, 'household_id')} AND t.case_id = ${rowId}::uuid`;
  return countRows(tx, measureShape, { counties: [countyCode], where });
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
