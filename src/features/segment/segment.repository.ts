import { type SQL, sql } from 'drizzle-orm';
import type { Grant, Role } from '../../domain/jurisdiction/role.js';
import { SEGMENT_MAKERS } from '../../domain/jurisdiction/role-groups.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { WrittenFilter } from '../../domain/segment/normalize-filter.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, anyOf, arrayLiteral } from '../../platform/database/filter-condition.js';
import {
  cutPage,
  type OrderColumn,
  type OrderKey,
  orderBy,
  orderColumns,
  type Page,
  type PageRequest,
  pastBoundary,
  sortValues,
} from '../../platform/database/page.js';
import type { PageRow } from '../../platform/database/read-rows.js';
import { segment } from './segment.table.js';

/** 分组行 · A segment as it is kept. */
export interface SegmentRow {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly key: string;
  readonly subject: StatSubject;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly definitionZh: string;
  readonly definitionEn: string | null;
  readonly roles: readonly Role[];
  readonly filter: WrittenFilter;
  readonly version: number;
  readonly madeBy: string;
  readonly madeAs: Role;
  readonly retiredOn: CalendarDate | null;
  readonly updatedAt: string;
}

/** 分组筛选 · What a caller asks of segments; all that is given must hold. */
export interface SegmentFilterValues {
  readonly region?: RegionCode | null;
  readonly subject?: readonly StatSubject[] | null;
  readonly role?: readonly Role[] | null;
  readonly retired?: boolean | null;
}

/** 排序字段 · What segments may be ordered by. */
export const SEGMENT_ORDERS = ['TITLE', 'KEY', 'UPDATED_AT'] as const;
export type SegmentOrderBy = (typeof SEGMENT_ORDERS)[number];

const COLUMNS: Readonly<Record<SegmentOrderBy, Omit<OrderColumn, 'direction'>>> = {
  TITLE: { column: 't.name', cast: 'text', nullable: false },
  KEY: { column: 't.key', cast: 'text', nullable: false },
  UPDATED_AT: { column: 't.updated_at', cast: 'timestamptz', nullable: false },
};

const ROW = sql.raw(`t.id AS "rowId", t.county_code AS "countyCode", t.region_code AS "regionCode", t.key, t.subject,
  t.name AS "nameZh", t.name_en AS "nameEn", t.definition AS "definitionZh", t.definition_en AS "definitionEn",
  to_json(t.roles) AS roles, t.filter, t.version, t.made_by AS "madeBy", t.made_as AS "madeAs", t.retired_on AS "retiredOn",
  to_char(t.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"`);

/** 新增分组 · Writes a segment. */
export async function insertSegment(tx: Transaction, values: typeof segment.$inferInsert): Promise<void> {
  await tx.insert(segment, [values]);
}

/** 更新分组 · Writes what changes of a segment. */
export async function updateSegment(
  tx: Transaction,
  { countyCode, rowId }: SegmentRow,
  set: Partial<typeof segment.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(segment).set(set).where(sql`county_code = ${countyCode} AND id = ${rowId}::uuid`));
}

/** 锁定分组 · The segment of an id, locked, where it is shown to some grants; null where not. */
export async function lockSegment(
  tx: Transaction,
  grants: readonly Grant[],
  county: string,
  id: string,
): Promise<SegmentRow | null> {
  const [row] = await tx.rows<SegmentRow>(sql`
    SELECT ${ROW} FROM ${segment} t WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${shownTo(grants)} FOR UPDATE`);
  return row ?? null;
}

/** 按标识查找 · Segments by id that are shown to some grants. */
export function findSegments(tx: Transaction, grants: readonly Grant[], ids: readonly string[]): Promise<SegmentRow[]> {
  return tx.rows<SegmentRow>(sql`
    SELECT ${ROW} FROM ${segment} t WHERE t.id = ANY (${arrayLiteral(ids)}::uuid[]) AND ${shownTo(grants)} ORDER BY t.id`);
}

/** 一页分组 · A page of the segments that are shown to some grants. */
export async function pageOfSegments(
  tx: Transaction,
  grants: readonly Grant[],
  where: SegmentFilterValues,
  order: readonly OrderColumn[],
  request: PageRequest,
): Promise<Page<PageRow>> {
  const rows = await tx.rows<SegmentRow & { readonly k: PageRow['key'] }>(sql`
    SELECT ${ROW}, ${sql.raw(sortValues(order))} AS k FROM ${segment} t
    WHERE ${conditionOf(grants, where)} AND ${pastBoundary(order, request) ?? sql`true`}
    ORDER BY ${sql.raw(orderBy(order, request.backward))} LIMIT ${request.size + 1}`);
  return cutPage(
    rows.map(({ k, ...row }) => ({ row, key: k })),
    request,
  );
}

/** 计数 · How many segments a filter finds. */
export async function countSegments(
  tx: Transaction,
  grants: readonly Grant[],
  where: SegmentFilterValues,
): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM ${segment} t WHERE ${conditionOf(grants, where)}`);
  return row?.n ?? 0;
}

/** 分组次序 · The order asked for; by name unless told. */
export function segmentOrder(orders: readonly OrderKey<SegmentOrderBy>[] | null | undefined): OrderColumn[] {
  return orderColumns(orders, COLUMNS, { by: 'TITLE' });
}

function conditionOf(grants: readonly Grant[], { region, subject, role, retired }: SegmentFilterValues): SQL {
  return (
    allOf([
      shownTo(grants),
      region ? concerns(subtreePrefix(region)) : null,
      anyOf('t.subject', subject),
      role ? sql`t.roles && ${arrayLiteral(role)}::text[]` : null,
      retired ? sql`t.retired_on IS NOT NULL` : sql`t.retired_on IS NULL`,
    ]) ?? sql`true`
  );
}

/** A segment of the region, of one in it, or of one around it. */
function concerns(prefix: string): SQL {
  return sql`(starts_with(t.prefix, ${prefix}) OR starts_with(${prefix}, t.prefix))`;
}

/**
 * A segment is shown to its roles in its region, in those below it and in those around it; and to whoever may change it, whatever its
 * roles are.
 */
function shownTo(grants: readonly Grant[]): SQL {
  const each = grants.map(({ role, region }) => {
    const prefix = subtreePrefix(region as RegionCode);
    const used = sql`(${role} = ANY (t.roles) AND ${concerns(prefix)})`;
    return SEGMENT_MAKERS.includes(role) ? sql`(${used} OR starts_with(t.prefix, ${prefix}))` : used;
  });
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` OR `)})`;
}
