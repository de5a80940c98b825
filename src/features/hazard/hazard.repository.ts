import { type SQL, sql } from 'drizzle-orm';
import type { HazardKind } from '../../domain/hazard/hazard-kind.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Transaction } from '../../platform/database/database.js';
import { allOf, anyOf, compare, type Operators } from '../../platform/database/filter-condition.js';
import {
  cutPage,
  type OrderColumn,
  orderBy,
  type Page,
  type PageRequest,
  pastBoundary,
  sortValues,
} from '../../platform/database/page.js';
import type { PageRow } from '../../platform/database/read-rows.js';
import type { Reach } from '../access/index.js';
import { hazardEvent } from './hazard.table.js';

/** 风险事件行 · A hazard as it is kept; the description travels sealed. */
export interface HazardRow {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly regions: readonly RegionCode[];
  readonly prefixes: readonly string[];
  readonly kind: HazardKind;
  readonly occurredOn: CalendarDate;
  readonly severity: Severity;
  readonly descriptionSealed: string;
  readonly reportedBy: string;
}

/** 风险事件筛选 · What a caller asks of hazards; all that is given must hold. */
export interface HazardFilterValues {
  readonly region?: RegionCode | null;
  readonly kind?: readonly HazardKind[] | null;
  readonly occurredOn?: Operators | null;
}

const ROW =
  sql.raw(`t.id AS "rowId", t.county_code AS "countyCode", t.region_code AS "regionCode", to_json(t.regions) AS regions,
  to_json(t.prefixes) AS prefixes, t.kind, t.occurred_on AS "occurredOn", t.severity, t.description_sealed AS "descriptionSealed",
  t.reported_by AS "reportedBy"`);

/** The newest first. */
const ORDER: readonly OrderColumn[] = [
  { column: 't.occurred_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 新增风险事件 · Writes a hazard. */
export async function insertHazard(tx: Transaction, values: typeof hazardEvent.$inferInsert): Promise<void> {
  await tx.insert(hazardEvent, [values]);
}

/** 按标识查找 · Hazards by id that touch the reach. */
export function findHazards(tx: Transaction, reach: Reach, ids: readonly string[]): Promise<HazardRow[]> {
  return tx.rows<HazardRow>(sql`
    SELECT ${ROW} FROM ${hazardEvent} t
    WHERE t.id = ANY (${`{${ids.join(',')}}`}::uuid[]) AND ${touches(reach.scope.prefixes)} ORDER BY t.id`);
}

/** 一页风险事件 · A page of the hazards that touch the reach, the newest first. */
export async function pageOfHazards(
  tx: Transaction,
  reach: Reach,
  where: HazardFilterValues,
  request: PageRequest,
): Promise<Page<PageRow>> {
  const condition = conditionOf(reach, where);
  const rows = await tx.rows<{ j: PageRow['row']; k: PageRow['key'] }>(sql`
    SELECT row_to_json(t) AS j, t.k FROM (
      SELECT ${ROW}, ${sql.raw(sortValues(ORDER))} AS k, t.id, t.occurred_on FROM ${hazardEvent} t
      WHERE ${condition} AND ${pastBoundary(ORDER, request) ?? sql`true`}
      ORDER BY ${sql.raw(orderBy(ORDER, request.backward))} LIMIT ${request.size + 1}
    ) t ORDER BY ${sql.raw(orderBy(ORDER, request.backward))}`);
  return cutPage(
    rows.map(({ j, k }) => ({ row: j, key: k })),
    request,
  );
}

/** 计数 · How many hazards a filter finds. */
export async function countHazards(tx: Transaction, reach: Reach, where: HazardFilterValues): Promise<number> {
  const [row] = await tx.rows<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM ${hazardEvent} t WHERE ${conditionOf(reach, where)}`);
  return row?.n ?? 0;
}

function conditionOf(reach: Reach, { region, kind, occurredOn }: HazardFilterValues): SQL {
  return (
    allOf([
      touches(reach.scope.prefixes),
      region ? touches([subtreePrefix(region)]) : null,
      anyOf('t.kind', kind),
      compare('t.occurred_on', 'date', occurredOn),
    ]) ?? sql`true`
  );
}

/** A hazard touches whoever answers for a region of it, for one in it, or for one that it lies in. */
function touches(prefixes: readonly string[]): SQL {
  if (prefixes.length === 0) return sql`false`;
  const each = prefixes.map((prefix) => sql`starts_with(p, ${prefix}) OR starts_with(${prefix}, p)`);
  return sql`EXISTS (SELECT 1 FROM unnest(t.prefixes) p WHERE ${sql.join(each, sql` OR `)})`;
}
