import { type SQL, sql } from 'drizzle-orm';
import type { RegionLevel } from '../../domain/kernel/region-code.js';
import type { StatSubject, TimeBucket } from '../../domain/statistics/definition.js';
import { ELIMINATION_HORIZONS } from '../../domain/statistics/case-cohort.js';
import { KEY_SPACE } from '../../domain/statistics/disclosure/cell.js';
import type { BaseCell } from '../../domain/statistics/disclosure/publish-table.js';
import type { AttributeValue } from '../../domain/statistics/disclosure/selection.js';
import type { PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { bucketColumn, regionAt } from './stat-source.repository.js';
import type { StatBasis } from './stat-basis.js';

/** 发布的属性 · By what cells of a publication are told apart: a name, with what it is taken at or asked of. */
export type PublishedAttribute =
  | { readonly kind: 'plain'; readonly name: string }
  | { readonly kind: 'region'; readonly level: RegionLevel }
  | { readonly kind: 'bucket'; readonly name: string; readonly bucket: TimeBucket }
  /** Whether a unit has some value of an attribute of which it may have several. */
  | { readonly kind: 'has'; readonly name: 'specialGroup' | 'openRiskType'; readonly value: string }
  /** Each value of such an attribute. */
  | { readonly kind: 'each'; readonly name: 'specialGroup' | 'riskType' | 'riskGroup' };

/** 属性名 · One text an attribute. */
export function attributeName(attribute: PublishedAttribute): string {
  switch (attribute.kind) {
    case 'plain':
      return attribute.name;
    case 'region':
      return `region ${attribute.level}`;
    case 'bucket':
      return `${attribute.name} ${attribute.bucket}`;
    case 'has':
      return `${attribute.name} has ${attribute.value}`;
    case 'each':
      return `each ${attribute.name}`;
  }
}

/** 发布对象 · What is published: the subjects of figures, and the moves of cases. */
export type PublishedSubject = StatSubject | 'FLOWS';

const TABLES: Readonly<Record<PublishedSubject, string>> = {
  HOUSEHOLDS: 'published_household',
  CASES: 'published_case',
  MEASURES: 'published_measure',
  ALERTS: 'published_alert',
  FLOWS: 'published_flow',
};

const COLUMNS: Readonly<Record<string, string>> = {
  formerStatus: 'former_status',
  withinRange: 'within_range',
  guaranteesSecure: 'guarantees_secure',
  trackingOnly: 'tracking_only',
  withoutSupport: 'without_support',
  fundingSource: 'funding_source',
  fromStatus: 'from_status',
  toStatus: 'to_status',
};
const DAYS: Readonly<Record<string, string>> = {
  openedIn: 't.opened_on',
  identifiedIn: 't.identified_on',
  eliminatedIn: 't.eliminated_on',
  startedIn: 't.starts_on',
  raisedIn: 't.raised_on',
  movedIn: 't.moved_on',
};
const LISTS = {
  specialGroup: 't.special_groups',
  openRiskType: 't.open_risk_types',
  riskType: 't.risk_types',
} as const;

/** 按期消除 · The name of the measure of those whose risk was eliminated within so many months of their identification. */
export const eliminatedWithin = (months: number): string => `eliminatedWithin${months}`;

/** What of a unit is folded, by the measure's name; counts of all units are not among them. */
const VALUES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ELIMINATION_HORIZONS.map((months) => [
      eliminatedWithin(months),
      `t.eliminated_on <= (t.identified_on + interval '${months} months')::date`,
    ]),
  ),
  persons: 't.size',
  labourers: 't.labour_count',
  perCapitaMean: 't.per_capita_fen',
  perCapitaMedian: 't.per_capita_fen',
  rigidExpenditure: 't.rigid_fen',
  households: 't.household_key',
  identificationDaysMedian: 't.identification_days',
  overdue: 't.overdue',
  relapsed: 't.relapsed',
  withoutSupport: 't.without_support',
  confirmed: "t.status = 'CONFIRMED'",
  verificationDaysMedian: 't.verification_days',
  budget: 't.budget_fen',
  delivered: 't.delivered_fen',
};

/** 单元所求 · Which cells of which publication. */
export interface CellsWanted {
  readonly subject: PublishedSubject;
  readonly publicationId: string;
  readonly attributes: readonly PublishedAttribute[];
  readonly measures: readonly PlannedMeasure[];
  readonly counties: readonly string[];
  readonly scope: DatabaseScope;
  /** Only units of this region and below; null for all of the reach. */
  readonly regionPrefix: string | null;
  readonly basis: Pick<StatBasis, 'riskGroups'>;
  readonly limit: number;
}

/** 读取单元 · The cells of a publication, exact: what may be shown of them is decided elsewhere. @article 5.3 */
export async function publishedCells(tx: Transaction, wanted: CellsWanted): Promise<BaseCell[]> {
  const { attributes, measures, subject, publicationId, scope, regionPrefix, limit } = wanted;
  const joins: SQL[] = [];
  const columns = attributes.map((attribute, at) => sql`${columnOf(attribute, wanted, joins)} AS ${sql.raw(`a${at}`)}`);
  const inputs = measures.flatMap(({ definition, slot }) =>
    definition.fold === 'COUNT' ? [] : [sql.raw(`${VALUES[definition.name]} AS v${slot}`)],
  );
  const names = attributes.map((_, at) => `a${at}`);
  const folded = measures.map(({ definition: { fold }, slot }) => `${FOLDED[fold](`v${slot}`)} AS ${slot}`);
  const outer = [...names, 'count(*) AS n', `${keySum('k')} AS key`, ...folded].join(', ');
  const groupBy = names.length === 0 ? '' : `GROUP BY ${names.join(', ')}`;
  const within = regionPrefix === null ? sql`true` : sql`t.region_code LIKE ${`${regionPrefix}%`}`;
  const rows = await rowsOver<Record<string, unknown>>(
    tx,
    wanted.counties,
    (pin) => sql`SELECT ${sql.raw(outer)} FROM (
      SELECT ${sql.join([...columns, sql.raw('t.record_key AS k'), ...inputs], sql`, `)} FROM ${sql.raw(TABLES[subject])} t ${sql.join(joins, sql` `)}
      WHERE ${sql.raw(pinned('t', pin))} AND t.publication_id = ${publicationId}::uuid AND ${inScope(scope, null)} AND ${within}
    ) u ${sql.raw(`${groupBy} LIMIT ${limit}`)}`,
  );
  return rows
    .filter((row) => Number(row['n']) > 0)
    .map((row) => ({
      count: Number(row['n']),
      key: Number(row['key']),
      values: Object.fromEntries(
        attributes.map((attribute, at) => [attributeName(attribute), row[`a${at}`] as AttributeValue]),
      ),
      measured: Object.fromEntries(
        measures.map(({ slot, definition }) => [slot, measuredOf(row[slot], definition.fold)]),
      ),
    }));
}

const keySum = (key: string, filter = ''): string => `(coalesce(sum(${key})${filter}, 0) % ${KEY_SPACE})::bigint`;

/** Each as a list, so that one measure is one column. */
const FOLDED: Readonly<Record<PlannedMeasure['definition']['fold'], (value: string) => string>> = {
  COUNT: () => 'NULL::json',
  COUNT_IF: (value) => `json_build_array(count(*) FILTER (WHERE ${value}), ${keySum('k', ` FILTER (WHERE ${value})`)})`,
  DISTINCT: (value) =>
    `json_build_array(count(DISTINCT ${value}), (coalesce(sum(DISTINCT ${value}), 0) % ${KEY_SPACE})::bigint)`,
  SUM: amounts,
  MEAN: amounts,
  MEDIAN: (value) => `json_build_array(percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}))`,
};

function amounts(value: string): string {
  return `json_build_array(count(${value}), ${keySum('k', ` FILTER (WHERE ${value} IS NOT NULL)`)}, coalesce(sum(${value}), 0), coalesce(max(abs(${value})), 0))`;
}

function measuredOf(found: unknown, fold: PlannedMeasure['definition']['fold']): BaseCell['measured'][string] {
  const values = (Array.isArray(found) ? found : [null]).map((value) => (value === null ? null : Number(value)));
  const [count = 0, key = 0, sum = 0, largest = 0] = values;
  if (fold === 'MEDIAN') return { median: count };
  if (fold === 'SUM' || fold === 'MEAN') return { count: count!, key: key!, sum: sum!, largest: largest! };
  return { count: count ?? 0, key: key! };
}

function columnOf(attribute: PublishedAttribute, { basis }: CellsWanted, joins: SQL[]): SQL {
  switch (attribute.kind) {
    case 'plain':
      return sql.raw(`t.${COLUMNS[attribute.name] ?? attribute.name}`);
    case 'region':
      return regionAt('t.region_code', 't.county_code', attribute.level);
    case 'bucket':
      return bucketColumn(DAYS[attribute.name]!, attribute.bucket).value;
    case 'has':
      return sql`${attribute.value}::text = ANY (${sql.raw(LISTS[attribute.name])})`;
    case 'each':
      joins.push(eachValue(attribute.name, basis));
      return sql.raw(`e_${attribute.name}.value`);
  }
}

function eachValue(
  name: 'specialGroup' | 'riskType' | 'riskGroup',
  { riskGroups }: Pick<StatBasis, 'riskGroups'>,
): SQL {
  const alias = sql.raw(`e_${name}`);
  if (name !== 'riskGroup') return sql`LEFT JOIN LATERAL unnest(${sql.raw(LISTS[name])}) AS ${alias}(value) ON true`;
  const terms = [...riskGroups].map(
    ([group, codes]) => sql`WHEN r.code = ANY (${arrayLiteral(codes)}::text[]) THEN ${group}::text`,
  );
  const group = terms.length === 0 ? sql`'OTHER'::text` : sql`CASE ${sql.join(terms, sql` `)} ELSE 'OTHER' END`;
  return sql`LEFT JOIN LATERAL (SELECT DISTINCT ${group} AS value FROM unnest(t.risk_types) AS r(code)) ${alias} ON true`;
}
