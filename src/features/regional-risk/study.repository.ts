import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { riskStudy } from './regional-risk.table.js';

/** 研判的读取形状 · A joint study; its conclusion travels sealed. @article 5.2 */
const studyShape: ReadShape = {
  table: 'risk_study',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    heldOn: '@.held_on',
    departments: '@.departments',
    conclusionSealed: '@.conclusion_sealed',
    warningIds: '@.warnings',
  },
  fields: {},
  relations: {},
};

/** 可及研判 · Studies within a reach. */
export const studiesInReach = new RowsInReach(studyShape, null);

/** 最近在前 · The newest study first. */
export const NEWEST_STUDY: readonly OrderColumn[] = [
  { column: 't.held_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 区划条件 · Studies of a region and all below it, alias `t`. */
export function studiesWithin(region: RegionCode | null): SQL {
  return region === null ? sql`true` : sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
}

/** 登记研判 · Writes a study. */
export async function insertStudy(tx: Transaction, row: typeof riskStudy.$inferInsert): Promise<void> {
  await tx.insert(riskStudy, [row]);
}

/** 上次研判 · The last study of each region until a day. */
export function lastStudies(
  tx: Transaction,
  reach: Reach,
  counties: readonly string[],
  on: CalendarDate,
): Promise<{ region: string; heldOn: CalendarDate }[]> {
  if (counties.length === 0) return Promise.resolve([]);
  return tx.rows(sql`
    SELECT t.region_code AS region, max(t.held_on) AS "heldOn" FROM ${riskStudy} t
    WHERE ${among('t.county_code', counties, 'text')} AND t.held_on <= ${on}::date AND ${inScope(reach.scope, null)}
    GROUP BY t.region_code`);
}
