import { type SQL, sql } from 'drizzle-orm';
import type { RollupRows } from '../../domain/statistics/rollup/choose-source.js';
import type { Rollup } from '../../domain/statistics/rollup/rollup.js';
import type { PlannedMeasure } from '../../domain/statistics/stat-plan.js';
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
  return {
    table: (_basis, pin) => tallies(rollup, rows, pin),
    householdColumn: counted.householdColumn,
    closedColumn: null,
    dimensions: { ...counted.dimensions, monitored: plain('monitored') },
    measures: Object.fromEntries(rollup.measures.map((name) => [name, () => null])),
    sums: { columns: SUM_NAMES.map((name) => `t.${name}`).join(', '), units: 'sum(units)', figure },
  };
}

function tallies(rollup: Rollup, rows: RollupRows, pin: CountyPin): SQL {
  const { name, subject, dimensions } = rollup;
  const sums = (alias: string): string =>
    SUM_NAMES.map((sum) => (sum === INCOMES ? `${alias}.${sum}` : `${alias}.${sum}::int AS ${sum}`)).join(', ');
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
const INCOMES = 'income_fen';

/** The provinces of the statement's counties. */
function provincesOf(pin: CountyPin): SQL {
  if (pin === 'one') return sql.raw(`ARRAY[substr($1::text, 1, 2) || '0000']`);
  return sql.raw(`ARRAY(SELECT DISTINCT substr(c, 1, 2) || '0000' FROM unnest($1::text[]) c)`);
}

/** The same figure as a count of the units would give: means are of the sum of the incomes, to the fen. */
function figure({ definition: { name, fold } }: PlannedMeasure): string {
  if (fold === 'MEAN') return 'round(sum(income_fen) / nullif(sum(known_incomes), 0))::bigint';
  const sum = name === 'persons' || name === 'labourers' ? name : 'units';
  return `coalesce(sum(${sum}), 0)::bigint`;
}
