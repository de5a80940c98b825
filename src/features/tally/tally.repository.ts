import { sql } from 'drizzle-orm';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { provinceOf } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { SUM_NAMES } from './tallied-units.repository.js';

/** 汇总行 · One row of a tally, or what is to be added to it. */
export interface TallyRow {
  readonly rollup: string;
  readonly keys: readonly (string | null)[];
  readonly units: number;
  readonly persons: number;
  readonly labourers: number;
  readonly knownIncomes: number;
  readonly incomeFen: number;
}

/** The sums of alias `s` as `TallyRow` names them. */
export const ROW = `s.rollup, to_json(s.keys) AS keys, s.units::float8 AS units, s.persons::float8 AS persons, s.labourers::float8 AS labourers,
  s.known_incomes::float8 AS "knownIncomes", s.income_fen::float8 AS "incomeFen"`;

/** 是否为零 · Whether a row adds nothing. */
function isNothing({ units, persons, labourers, knownIncomes, incomeFen }: TallyRow): boolean {
  return units === 0 && persons === 0 && labourers === 0 && knownIncomes === 0 && incomeFen === 0;
}

/** Rows a statement at most. */
const SLICE = 1_000;

/** 加入汇总 · Adds sums to the tallies of a county and of its province. @article 5.2 */
export async function addToTallies(tx: Transaction, county: string, rows: readonly TallyRow[]): Promise<void> {
  await addToCounty(tx, county, rows);
  await addToProvince(tx, provinceOf(county as RegionCode) ?? county, rows);
}

/** 加入县级汇总 · Adds sums to the tallies of a county alone, in the order of their keys. @article 5.2 */
export async function addToCounty(tx: Transaction, county: string, rows: readonly TallyRow[]): Promise<void> {
  for (const slice of slicesOf(rows))
    await addRows(tx, 'tally', ['county_code', 'region_code'], [county, county], slice);
}

/** 加入省级汇总 · Adds sums to the tallies of a province alone, in the order of their keys. @article 5.2 */
export async function addToProvince(tx: Transaction, province: string, rows: readonly TallyRow[]): Promise<void> {
  for (const slice of slicesOf(rows)) await addRows(tx, 'province_tally', ['province_code'], [province], slice);
}

function slicesOf(rows: readonly TallyRow[]): TallyRow[][] {
  const added = rows.filter((row) => !isNothing(row)).toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  return Array.from({ length: Math.ceil(added.length / SLICE) }, (_, n) => added.slice(n * SLICE, (n + 1) * SLICE));
}

function addRows(
  tx: Transaction,
  table: 'tally' | 'province_tally',
  places: readonly string[],
  codes: readonly string[],
  rows: readonly TallyRow[],
): Promise<unknown[]> {
  const values = rows.map(
    ({ rollup, keys, units, persons, labourers, knownIncomes, incomeFen }) =>
      sql`(${sql.join(
        codes.map((code) => sql`${code}::text`),
        sql`, `,
      )}, ${rollup}::text, ${keysLiteral(keys)}::text[], ${units}::bigint, ${persons}::bigint, ${labourers}::bigint, ${knownIncomes}::bigint, ${incomeFen}::bigint)`,
  );
  const sums = SUM_NAMES.map((name) => `${name} = ${table}.${name} + excluded.${name}`).join(', ');
  return tx.rows(sql`
    INSERT INTO ${sql.raw(table)} (${sql.raw(places.join(', '))}, rollup, keys, ${sql.raw(SUM_NAMES.join(', '))})
    VALUES ${sql.join(values, sql`, `)}
    ON CONFLICT (${sql.raw(places[0]!)}, rollup, keys) DO UPDATE SET ${sql.raw(sums)}`);
}

/** 键文 · The place of a row in an order that everybody who writes keeps. */
function keyOf({ rollup, keys }: Pick<TallyRow, 'rollup' | 'keys'>): string {
  return JSON.stringify([rollup, keys]);
}

function keysLiteral(keys: readonly (string | null)[]): string {
  return `{${keys.map((key) => (key === null ? 'NULL' : arrayLiteral([key]).slice(1, -1))).join(',')}}`;
}
