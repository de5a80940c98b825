import { type SQL, sql } from 'drizzle-orm';
import type { StatSubject } from '../../domain/statistics/definition.js';
import { ELIMINATION_HORIZONS } from '../../domain/statistics/case-cohort.js';
import type { Cell } from '../../domain/statistics/disclosure/cell.js';
import type { BaseCell } from '../../domain/statistics/disclosure/base-cell.js';
import { SEVERAL_OF_HOUSEHOLDS } from '../../domain/statistics/disclosure/kept-cells.js';
import { attributeName, type PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import type { AttributeValue } from '../../domain/statistics/disclosure/selection.js';
import type { PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { pinned } from '../../platform/database/read-shape.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { bucketColumn, regionAt, type StatBasis } from '../stat-source/index.js';
import { foldedByHousehold, foldedByUnit } from './fold-cells.repository.js';

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
  households: 't.record_key',
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
  const { attributes, measures, subject, publicationId, scope, regionPrefix } = wanted;
  const joins: SQL[] = [];
  const columns = attributes.map((attribute, at) => sql`${columnOf(attribute, wanted, joins)} AS ${sql.raw(`a${at}`)}`);
  // These are told of enough households only.
  const owned = SEVERAL_OF_HOUSEHOLDS.has(subject);
  const several = attributes.flatMap((attribute, at) => (attribute.kind === 'each' ? [{ at, attribute }] : []));
  const inputs = [
    't.record_key AS k',
    ...several.map(({ at, attribute: { name } }) => `coalesce(e_${name}.nth, 1) = 1 AS f${at}`),
    ...measures.flatMap(({ definition, slot }) =>
      definition.fold === 'COUNT' ? [] : [`${VALUES[definition.name]} AS v${slot}`],
    ),
  ];
  const within = regionPrefix === null ? sql`true` : sql`t.region_code LIKE ${`${regionPrefix}%`}`;
  // What measures come to is one amount a household.
  const folded = subject === 'MEASURES' ? foldedByHousehold(wanted) : foldedByUnit({ ...wanted, owned }, several);
  const rows = await rowsOver<Record<string, unknown>>(tx, wanted.counties, (pin) =>
    folded(sql`SELECT ${sql.join([...columns, ...inputs.map((one) => sql.raw(one))], sql`, `)}
      FROM ${sql.raw(TABLES[subject])} t ${sql.join(joins, sql` `)}
      WHERE ${sql.raw(pinned('t', pin))} AND t.publication_id = ${publicationId}::uuid AND ${inScope(scope, null)} AND ${within}`),
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
      ...(several.length > 0 && {
        firsts: Object.fromEntries(
          several.map(({ at, attribute }) => [attributeName(attribute), cellOf(row[`f${at}`])]),
        ),
      }),
      ...(row['owners'] !== undefined && { owners: cellOf(row['owners']) }),
    }));
}

function measuredOf(found: unknown, fold: PlannedMeasure['definition']['fold']): BaseCell['measured'][string] {
  const [, , sum, largest] = numbersOf(found);
  if (fold === 'MEDIAN') return { ...cellOf(found), median: sum ?? null };
  if (fold === 'SUM' || fold === 'MEAN') return { ...cellOf(found), sum: sum ?? 0, largest: largest ?? 0 };
  return cellOf(found);
}

function cellOf(found: unknown): Cell {
  const [count, key, , , owners, ownerKey] = numbersOf(found);
  const units = { count: count ?? 0, key: key ?? 0 };
  return owners == null ? units : { ...units, owners: { count: owners, key: ownerKey ?? 0 } };
}

const numbersOf = (found: unknown): (number | null)[] =>
  Array.isArray(found) ? found.map((value) => (value === null ? null : Number(value))) : [];

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

/** With which of them it is: the first stands for the unit where each is to be counted once. */
function eachValue(
  name: 'specialGroup' | 'riskType' | 'riskGroup',
  { riskGroups }: Pick<StatBasis, 'riskGroups'>,
): SQL {
  const alias = sql.raw(`e_${name}`);
  if (name !== 'riskGroup')
    return sql`LEFT JOIN LATERAL unnest(${sql.raw(LISTS[name])}) WITH ORDINALITY AS ${alias}(value, nth) ON true`;
  const terms = [...riskGroups].map(
    ([group, codes]) => sql`WHEN r.code = ANY (${arrayLiteral(codes)}::text[]) THEN ${group}::text`,
  );
  const group = terms.length === 0 ? sql`'OTHER'::text` : sql`CASE ${sql.join(terms, sql` `)} ELSE 'OTHER' END`;
  return sql`LEFT JOIN LATERAL (SELECT g.value, row_number() OVER (ORDER BY g.value) AS nth
    FROM (SELECT DISTINCT ${group} AS value FROM unnest(t.risk_types) AS r(code)) g) ${alias} ON true`;
}
