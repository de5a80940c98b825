import { type SQL, sql } from 'drizzle-orm';
import type { FormerStatus, SpecialGroup } from '../../domain/household/household.js';
import type { Fen } from '../../domain/kernel/money.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import {
  allOf,
  anyOf,
  arrayLiteral,
  compare,
  holds,
  type Nested,
  nested,
  type Operators,
} from '../../platform/database/filter-condition.js';
import { type OrderColumn, type OrderKey, orderColumns } from '../../platform/database/page.js';
import { pinnedTo } from '../../platform/database/read-rows.js';

/** 农户筛选 · What a caller asks of households; all that is given must hold. */
export interface HouseholdFilterValues extends Nested<HouseholdFilterValues> {
  readonly region?: RegionCode | null;
  readonly number?: Operators | null;
  readonly formerStatus?: readonly FormerStatus[] | null;
  readonly resettled?: boolean | null;
  readonly size?: Operators | null;
  readonly specialGroup?: readonly SpecialGroup[] | null;
  readonly perCapitaIncome?: Operators | null;
  readonly perCapitaAfterRigid?: Operators | null;
  readonly withinRange?: boolean | null;
  readonly monitored?: boolean | null;
  readonly guaranteesSecure?: boolean | null;
  readonly updatedAt?: Operators | null;
}

/**
 * 各县监测线 · The line of each county of the statement, fen a head; null before the first entry. Its keys are the counties
 * that the statement names.
 */
export type LinesByCounty = ReadonlyMap<string, Fen | null>;

/**
 * 筛选条件 · Compiles a filter on households.
 *
 * @param alias  the household table's name in the statement
 * @param lines  of every county that the statement names; the lines themselves matter to `withinRange` only
 * @article none — technical
 */
export function householdCondition(filter: HouseholdFilterValues, alias: string, lines: LinesByCounty): SQL {
  const own = (column: string): string => `${alias}.${column}`;
  const column = (name: string): SQL => sql.raw(own(name));
  return nested(filter, (one) =>
    allOf([
      one.region ? sql`${column('region_code')} LIKE ${`${subtreePrefix(one.region)}%`}` : null,
      compare(own('number'), 'text', one.number),
      anyOf(own('former_status'), one.formerStatus),
      holds(column('resettled'), one.resettled),
      compare(own('size'), 'integer', one.size),
      one.specialGroup ? sql`${column('special_groups')} && ${arrayLiteral(one.specialGroup)}::text[]` : null,
      compare(own('per_capita_fen'), 'bigint', one.perCapitaIncome),
      compare(own('per_capita_after_rigid_fen'), 'bigint', one.perCapitaAfterRigid),
      known(one.withinRange) ? withinRange(alias, lines, one.withinRange) : null,
      holds(openCase(alias, lines), one.monitored),
      known(one.guaranteesSecure) ? sql`${column('guarantees_secure')} = ${one.guaranteesSecure}` : null,
      compare(own('updated_at'), 'timestamptz', one.updatedAt),
    ]),
  );
}

/** 是否用到监测线 · Whether a filter asks for the monitoring range anywhere. */
export function asksForRange(filter: HouseholdFilterValues): boolean {
  const inner = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])];
  return known(filter.withinRange) || inner.some(asksForRange);
}

function known<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** Counties of one line share a comparison: a province has few lines and many counties. */
function withinRange(alias: string, lines: LinesByCounty, wanted: boolean): SQL {
  const byLine = new Map<Fen, string[]>();
  for (const [county, line] of lines) if (line !== null) byLine.set(line, [...(byLine.get(line) ?? []), county]);
  if (byLine.size === 0) return sql`false`;
  const income = sql.raw(`${alias}.per_capita_fen`);
  const sign = sql.raw(wanted ? '<' : '>=');
  const terms = [...byLine].map(([line, counties]) => {
    const held = sql`${income} ${sign} ${line}::bigint`;
    if (counties.length === lines.size) return held;
    return sql`(${sql.raw(`${alias}.county_code`)} = ANY (${arrayLiteral(counties)}::text[]) AND ${held})`;
  });
  return sql`(${sql.join(terms, sql` OR `)})`;
}

function openCase(alias: string, lines: LinesByCounty): SQL {
  const own = sql.raw(`m.county_code = ${alias}.county_code AND m.household_id = ${alias}.id`);
  return sql`EXISTS (SELECT 1 FROM monitoring_case m WHERE ${pinnedTo([...lines.keys()], 'm')} AND ${own}
    AND m.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'))`;
}

/** 排序字段 · What households may be ordered by. */
export type HouseholdOrderBy = 'NUMBER' | 'PER_CAPITA_INCOME' | 'SIZE' | 'UPDATED_AT';

/** 排序 · One key of an order. */
export type HouseholdOrderKey = OrderKey<HouseholdOrderBy>;

const COLUMNS: Readonly<Record<HouseholdOrderBy, Omit<OrderColumn, 'direction'>>> = {
  NUMBER: { column: 't.number', cast: 'text', nullable: false },
  PER_CAPITA_INCOME: { column: 't.per_capita_fen', cast: 'bigint', nullable: true },
  SIZE: { column: 't.size', cast: 'integer', nullable: false },
  UPDATED_AT: { column: 't.updated_at', cast: 'timestamptz', nullable: false },
};

/** 农户排序 · The order asked for; by number unless told. */
export function householdOrder(orders: readonly HouseholdOrderKey[] | null | undefined): OrderColumn[] {
  return orderColumns(orders, COLUMNS, { by: 'NUMBER' });
}
