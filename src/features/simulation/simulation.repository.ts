import { sql } from 'drizzle-orm';
import { earliestEnd } from '../../domain/income/income-in-window.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { household } from '../household/household.table.js';
import { incomeRecord } from '../income/income.table.js';

/** 县的两条监测线 · A county's line as it is and as it would be, fen; null where none is in force. @article 2.2 */
export interface CountyLines {
  readonly county: string;
  readonly nowLine: number | null;
  readonly nowMonths: number;
  readonly thenLine: number | null;
  readonly thenMonths: number;
}

/** 县的测算结果 · How many households of a county lie within the range, now and then. @article 2.2 */
export interface CountyCounts {
  readonly county: string;
  readonly households: number;
  readonly withinRangeNow: number;
  readonly withinRangeThen: number;
  readonly entering: number;
  readonly leaving: number;
}

/** 整批汇总 · Gives the statements of the transaction room for a batch of counties. @article none — technical */
export async function groupInMemory(tx: Transaction): Promise<void> {
  // A batch is grouped and joined in memory.
  await tx.text("SET LOCAL work_mem = '32MB'", []);
  await hashJoins(tx);
  // Sorting a batch to group it takes twice as long as hashing it.
  await tx.text('SET LOCAL enable_sort = off', []);
}

/**
 * 逐县测算 · Counts the households of some counties against the line as it is and as it would be, in one statement.
 *
 * The same as `assessHousehold` says of each: the newest income record that spans the line's window, has ended by the day and
 * is no older than one more window; net income a head to the fen, halves away from zero; within the range where it is under
 * the line. A household without such a record is neither.
 *
 * The newest record's income is found by one maximum of one number a record, in which the days stand before the income.
 *
 * @param prefix  digits that the regions of the households begin with
 * @returns in any order; counties without a household are left out
 * @article 2.2
 */
export function countWithinRange(
  tx: Transaction,
  scope: DatabaseScope,
  lines: readonly CountyLines[],
  prefix: string,
  on: CalendarDate,
): Promise<CountyCounts[]> {
  const counties = sql`${arrayLiteral(lines.map(({ county }) => county))}::text[]`;
  const region = sql`t.region_code LIKE ${`${prefix}%`}`;
  const dated = lines.map((line) => ({
    ...line,
    nowFrom: earliestEnd(on, line.nowMonths),
    thenFrom: earliestEnd(on, line.thenMonths),
  }));
  const earliest = dated.flatMap(({ nowFrom, thenFrom }) => [nowFrom, thenFrom]).sort()[0] ?? on;
  const newest = (
    months: string,
    from: string,
  ) => sql`max(((${LONGEST_AGO} - least(${on}::date - t.window_to, ${LONGEST_AGO}))
      * ${LONGEST_AGO + 1} + ${LONGEST_AGO} - least(t.window_to - t.window_from, ${LONGEST_AGO}))::bigint << ${INCOME_BITS}
      | ${HALF}::bigint + least(greatest(${sql.raw(PER_HEAD)}, -${HALF}::bigint), ${HALF - 1}::bigint))
    FILTER (WHERE t.window_to >= ${sql.raw(from)}
      AND (t.window_from + make_interval(months => ${sql.raw(months)}))::date - t.window_to IN (0, 1))`;
  const sameWindow = lines.every(({ nowMonths, thenMonths }) => nowMonths === thenMonths);
  const incomeOf = (packed: string) => sql`((${sql.raw(packed)} & ${2 * HALF - 1}::bigint) - ${HALF}::bigint)`;
  const now = sql`${incomeOf('n.now_packed')} < l.now_line`;
  const then = sql`${incomeOf(sameWindow ? 'n.now_packed' : 'n.then_packed')} < l.then_line`;
  return tx.rows<CountyCounts>(sql`
    WITH lines AS MATERIALIZED (
      SELECT county, "nowLine" AS now_line, "nowMonths" AS now_months, "nowFrom" AS now_from,
        "thenLine" AS then_line, "thenMonths" AS then_months, "thenFrom" AS then_from
      FROM json_to_recordset(${JSON.stringify(dated)}::text::json) AS l(county text, "nowLine" bigint, "nowMonths" integer,
        "nowFrom" date, "thenLine" bigint, "thenMonths" integer, "thenFrom" date)
    ), newest AS (
      SELECT t.county_code, t.household_id, ${newest('l.now_months', 'l.now_from')} AS now_packed,
        ${sameWindow ? sql`NULL::bigint` : newest('l.then_months', 'l.then_from')} AS then_packed
      FROM ${incomeRecord} t JOIN lines l ON l.county = t.county_code
      WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'household_id')} AND ${region}
        AND t.window_to BETWEEN ${earliest}::date AND ${on}::date
      GROUP BY t.county_code, t.household_id
    ), counted AS (
      SELECT n.county_code, count(*) FILTER (WHERE ${now}) AS now, count(*) FILTER (WHERE ${then}) AS "then",
        count(*) FILTER (WHERE ${then} AND (${now}) IS NOT TRUE) AS entering,
        count(*) FILTER (WHERE ${now} AND (${then}) IS NOT TRUE) AS leaving
      FROM newest n JOIN lines l ON l.county = n.county_code GROUP BY n.county_code
    ), registered AS (
      SELECT t.county_code, count(*) AS households FROM ${household} t
      WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'id')} AND ${region}
      GROUP BY t.county_code
    )
    SELECT r.county_code AS county, r.households::integer AS households,
      coalesce(c.now, 0)::integer AS "withinRangeNow", coalesce(c."then", 0)::integer AS "withinRangeThen",
      coalesce(c.entering, 0)::integer AS entering, coalesce(c.leaving, 0)::integer AS leaving
    FROM registered r LEFT JOIN counted c ON c.county_code = r.county_code`);
}

const NET = '(t.wages + t.business + t.property + t.transfers - t.business_expenses)';
/** `perHead`: whole numbers only, so that nothing is lost on the way. */
const PER_HEAD = `sign(${NET})::bigint * ((abs(${NET}) * 2 + t.heads) / (t.heads * 2))`;
/** Days back that are told apart, of the end of a window and of its length: some eleven years. */
const LONGEST_AGO = 4_095;
/** What of a number is left for the income beside two such days. */
const INCOME_BITS = 39;
/** Incomes of more than 2.7 billion yuan a head are taken for that much: no line is near it. */
const HALF = 2 ** (INCOME_BITS - 1);

/** 一页农户标识 · Ids of households of a county, in their order, after one of them. @article none — technical */
export async function pageOfIds(
  tx: Transaction,
  scope: DatabaseScope,
  county: string,
  prefix: string,
  after: string | null,
  size: number,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT t.id FROM ${household} t
    WHERE t.county_code = ${county} AND ${inScope(scope, 'id')} AND t.region_code LIKE ${`${prefix}%`}
      AND (${after}::uuid IS NULL OR t.id > ${after}::uuid)
    ORDER BY t.id LIMIT ${size}`);
  return rows.map(({ id }) => id);
}

/** 登记户数 · How many households some counties have in the register. @article none — technical */
export async function countRegistered(
  tx: Transaction,
  scope: DatabaseScope,
  counties: readonly string[],
  prefix: string,
): Promise<number> {
  const [row] = await tx.rows<{ households: number }>(sql`
    SELECT count(*)::integer AS households FROM ${household} t
    WHERE t.county_code = ANY(${arrayLiteral(counties)}::text[]) AND ${inScope(scope, 'id')}
      AND t.region_code LIKE ${`${prefix}%`}`);
  return row?.households ?? 0;
}
