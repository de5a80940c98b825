import { type SQL, sql } from 'drizzle-orm';
import {
  ROLLUPS,
  type Rollup,
  type RollupDimension,
  TALLIED_SUBJECTS,
  type TalliedSubject,
} from '../../domain/statistics/rollup/rollup.js';
import { MEASURE_STATUSES } from '../../domain/support/support-measure.js';

/** Columns of a unit that dimensions are made of, by the catalogue's name, with the type of their values. */
const COLUMNS: Readonly<Record<string, readonly [column: string, type: 'text' | 'boolean' | 'date']>> = {
  category: ['category', 'text'],
  status: ['status', 'text'],
  trackingOnly: ['tracking_only', 'boolean'],
  openedIn: ['opened_on', 'date'],
  identifiedIn: ['identified_on', 'date'],
  eliminatedIn: ['eliminated_on', 'date'],
  formerStatus: ['former_status', 'text'],
  resettled: ['resettled', 'boolean'],
  monitored: ['monitored', 'boolean'],
  family: ['family', 'text'],
  timing: ['timing', 'text'],
};

/** What is summed, of units with a weight under alias `u`. */
export const SUMS = `sum(u.weight) AS units, sum(u.weight * u.size) AS persons, sum(u.weight * u.labour_count) AS labourers,
  coalesce(sum(u.weight) FILTER (WHERE u.per_capita_fen IS NOT NULL), 0) AS known_incomes, coalesce(sum(u.weight * u.per_capita_fen), 0) AS income_fen`;

/** The names of the sums. */
export const SUM_NAMES = ['units', 'persons', 'labourers', 'known_incomes', 'income_fen'] as const;

/** 维度列 · The column of the register that a dimension of a rollup is made of. */
export function columnOf({ name }: RollupDimension): string {
  return COLUMNS[name]![0];
}

/** The value of a dimension of a unit, alias `u`, as a tally keeps it: days by the first of their month. */
export function unitValue(dimension: RollupDimension): string {
  const column = `u.${columnOf(dimension)}`;
  return dimension.by === 'MONTH' ? `date_trunc('month', ${column}::timestamp)::date` : column;
}

/** The value of a dimension out of a tally's keys. */
export function keptValue({ dimensions }: Rollup, dimension: RollupDimension, alias: string): string {
  return `${alias}.keys[${dimensions.indexOf(dimension) + 1}]::${COLUMNS[dimension.name]![1]}`;
}

/**
 * 各汇总的分组 · The sums of units, for every rollup of a subject: rows of rollup, keys and sums by county.
 *
 * @param units  a relation with `county_code`, `weight` and the columns of `tally_change`
 */
export function sumsOf(subject: TalliedSubject, units: SQL): SQL {
  const keys = ROLLUPS.filter((rollup) => rollup.subject === subject).map(
    ({ name, dimensions }) => `('${name}', ARRAY[${dimensions.map((one) => `(${unitValue(one)})::text`).join(', ')}])`,
  );
  return sql`SELECT u.county_code, r.rollup, r.keys, ${sql.raw(SUMS)} FROM (${units}) u
    CROSS JOIN LATERAL (VALUES ${sql.raw(keys.join(', '))}) r(rollup, keys) GROUP BY 1, 2, 3`;
}

/** 各汇总的分组 · The sums of units of every subject, one below the other. @param units  the units of a subject, as for `sumsOf` */
export function sumsOfAll(units: (subject: TalliedSubject) => SQL): SQL {
  return sql.join(
    TALLIED_SUBJECTS.map((subject) => sumsOf(subject, units(subject))),
    sql` UNION ALL `,
  );
}

/** 分布 · How many measures stand where, by their statuses: what a unit of a household's measures is told by. */
export function standingOf(status: 'm.status' | 'w.status'): SQL {
  const counts = MEASURE_STATUSES.map((one) => `count(*) FILTER (WHERE ${status} = '${one}')`);
  return sql.raw(`concat_ws(',', ${counts.join(', ')})`);
}

/** The register's own units of a county, each once: what a recount counts. @param own  condition on the county of an alias */
export function registerUnits(subject: TalliedSubject, own: (alias: string) => SQL): SQL {
  const household = sql.raw('h.former_status, h.resettled, h.size, h.labour_count, h.per_capita_fen');
  if (subject === 'CASES')
    return sql`SELECT c.county_code, 1 AS weight, c.category, c.status, c.tracking_only, c.opened_on, c.identified_on, c.eliminated_on, ${household}
      FROM monitoring_case c JOIN household h ON ${own('h')} AND h.county_code = c.county_code AND h.id = c.household_id
      WHERE ${own('c')} AND c.record_closed_on IS NULL`;
  if (subject === 'MEASURES')
    return sql`SELECT m.county_code, 1 AS weight, m.family, m.timing, ${standingOf('m.status')} AS status, 0 AS size, 0 AS labour_count, NULL::bigint AS per_capita_fen
      FROM support_measure m WHERE ${own('m')} AND m.record_closed_on IS NULL GROUP BY m.county_code, m.household_id, m.family, m.timing`;
  return sql`SELECT h.county_code, 1 AS weight, oc.id IS NOT NULL AS monitored, ${household}
    FROM household h LEFT JOIN monitoring_case oc ON ${own('oc')} AND oc.county_code = h.county_code AND oc.household_id = h.id
      AND oc.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')
    WHERE ${own('h')} AND h.closed_on IS NULL`;
}

/** The changes that wait to be folded. @param own  condition on alias `g` */
export function waitingUnits(subject: TalliedSubject, own: SQL): SQL {
  return sql`SELECT g.* FROM tally_change g WHERE ${own} AND g.subject = ${sql.raw(`'${subject}'`)}`;
}
