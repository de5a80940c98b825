import { type SQL, sql } from 'drizzle-orm';
import type { RollupRows } from '../../domain/statistics/rollup/choose-source.js';
import type { Rollup } from '../../domain/statistics/rollup/rollup.js';
import { MEASURE_STATUSES } from '../../domain/support/support-measure.js';
import type { PlannedDimension, PlannedMeasure } from '../../domain/statistics/stat-plan.js';
import { type CountyPin, pinned } from '../../platform/database/read-shape.js';
import { columnOf, keptValue, SUM_NAMES, unitValue, waitingUnits } from '../tally/index.js';
import { plain, type StatSource } from './stat-source.repository.js';
import { SOURCES } from './stat-sources.js';

/**
 * 汇总来源 · A rollup in the place of its subject's table: the tallies of the counties, or of their provinces, and beside them the
 * changes that wait to be folded, so that the figures are those of this moment.
 *
 * @article 5.2
 */
export function rollupSource(rollup: Rollup, rows: RollupRows): StatSource {
  const counted = SOURCES[rollup.subject];
  if (rollup.households !== undefined) return householdsSource(rollup, rows);
  return {
    table: (_basis, pin) => tallies(rollup, rows, pin),
    householdColumn: counted.householdColumn,
    closedColumn: null,
    dimensions: { ...counted.dimensions, monitored: plain('monitored') },
    measures: Object.fromEntries(rollup.measures.map((name) => [name, () => null])),
    sums: { columns, units: 'sum(units)', figure },
  };
}

/**
 * 分户汇总来源 · A rollup whose units are what a household has: a row for each status that some of it stands in, with how many do. Whichever of
 * these rows a filter picks, the first of them tells of the households; of each, where rows are told apart by status.
 */
function householdsSource(rollup: Rollup, rows: RollupRows): StatSource {
  const counted = SOURCES[rollup.subject];
  const statuses = sql.raw(`ARRAY[${MEASURE_STATUSES.map((status) => `'${status}'`).join(', ')}]`);
  const firstOf = (dimensions: readonly PlannedDimension[]): string =>
    dimensions.some(({ definition: { name } }) => name === 'status') ? 't.cell, t.status' : 't.cell';
  return {
    table: (
      _basis,
      pin,
    ) => sql`(SELECT c.county_code, c.region_code, c.family, c.timing, st.status, c.cell, c.units AS households, c.units * st.n AS units
      FROM (SELECT s.*, row_number() OVER () AS cell FROM ${tallies(rollup, rows, pin)} s) c
      CROSS JOIN LATERAL unnest(string_to_array(c.status, ',')::int[], ${statuses}) AS st(n, status) WHERE st.n > 0)`,
    householdColumn: counted.householdColumn,
    closedColumn: null,
    dimensions: counted.dimensions,
    measures: Object.fromEntries(rollup.measures.map((name) => [name, () => null])),
    sums: {
      columns: (dimensions) =>
        `t.units, CASE WHEN row_number() OVER (PARTITION BY ${firstOf(dimensions)}) = 1 THEN t.households END AS households`,
      units: 'sum(units)',
      figure: ({ definition: { name } }) =>
        `coalesce(sum(${name === rollup.households?.measure ? 'households' : 'units'}), 0)::bigint`,
    },
  };
}

function tallies(rollup: Rollup, rows: RollupRows, pin: CountyPin): SQL {
  const { name, subject, dimensions } = rollup;
  const sums = (alias: string): string =>
    SUM_NAMES.map((sum) => (sum === INCOME ? `${alias}.${sum}` : `${alias}.${sum}::int AS ${sum}`)).join(', ');
  const kept = dimensions.map((one) => `${keptValue(rollup, one, 's')} AS ${columnOf(one)}`).join(', ');
  const waiting = dimensions.map(unitValue).join(', ');
  const folded =
    rows === 'COUNTY'
      ? sql`SELECT s.county_code, s.county_code AS region_code, ${sql.raw(`${kept}, ${sums('s')}`)} FROM tally s
          WHERE ${sql.raw(pinned('s', pin))} AND s.rollup = ${sql.raw(`'${name}'`)}`
      : sql`SELECT s.province_code AS county_code, s.province_code AS region_code, ${sql.raw(`${kept}, ${sums('s')}`)} FROM province_tally s
          WHERE s.province_code = ANY (${provincesOf(pin)}) AND s.rollup = ${sql.raw(`'${name}'`)}`;
  const place = rows === 'COUNTY' ? 'u.county_code' : `substr(u.county_code, 1, 2) || '0000'`;
  return sql`(${folded} UNION ALL SELECT ${sql.raw(`${place}, ${place}, ${waiting}`)}, u.weight, u.weight * u.size, u.weight * u.labour_count,
      CASE WHEN u.per_capita_fen IS NULL THEN 0 ELSE u.weight END, coalesce(u.weight * u.per_capita_fen, 0)
    FROM (${waitingUnits(subject, sql.raw(pinned('g', pin)))}) u)`;
}

/** Of a county or a province the others are no more than its people, and are added up twice as fast as what may be more. */
const INCOME = 'income_fen';
const MILLION = 1_000_000;
/** Incomes in two parts that are small enough to be added up as fast; together they are the same to the fen. */
const OF_MEANS = [
  't.known_incomes',
  `(t.${INCOME} / ${MILLION})::int AS millions`,
  `(t.${INCOME} % ${MILLION})::int AS beside_millions`,
];
const INCOMES = `(sum(millions) * ${MILLION} + sum(beside_millions))`;
const KNOWN = 'sum(known_incomes)';
/** The mean to the fen, halves away from nought, by whole numbers. */
const MEAN = `((CASE WHEN ${INCOMES} < 0 THEN 2 * ${INCOMES} - ${KNOWN} ELSE 2 * ${INCOMES} + ${KNOWN} END) / nullif(2 * ${KNOWN}, 0))`;

/** The provinces of the statement's counties. */
function provincesOf(pin: CountyPin): SQL {
  if (pin === 'one') return sql.raw(`ARRAY[substr($1::text, 1, 2) || '0000']`);
  return sql.raw(`ARRAY(SELECT DISTINCT substr(c, 1, 2) || '0000' FROM unnest($1::text[]) c)`);
}

/** What these figures are made of, and the units, by which a cell is there or is not. */
function columns(_dimensions: readonly PlannedDimension[], measures: readonly PlannedMeasure[]): string {
  const added = new Set(['units', ...measures.filter((one) => !isMean(one)).map(sumOf)]);
  return [...[...added].map((name) => `t.${name}`), ...(measures.some(isMean) ? OF_MEANS : [])].join(', ');
}

/** The same figure as a count of the units would give: means are of the sum of the incomes, to the fen. */
function figure(measure: PlannedMeasure): string {
  return isMean(measure) ? MEAN : `coalesce(sum(${sumOf(measure)}), 0)::bigint`;
}

function isMean({ definition: { fold } }: PlannedMeasure): boolean {
  return fold === 'MEAN';
}

/** Which sum tells a measure that is no mean. */
function sumOf({ definition: { name } }: PlannedMeasure): string {
  return name === 'persons' || name === 'labourers' ? name : 'units';
}
