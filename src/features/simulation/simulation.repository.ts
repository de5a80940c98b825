import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { household } from '../household/household.table.js';
import { incomeRecord } from '../household/income.table.js';

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

/** 同一快照 · Lets every statement of the transaction see the register as it is at the first, and gives it room. @article none — technical */
export async function inOneSnapshot(tx: Transaction): Promise<void> {
  await tx.text('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', []);
  // A batch is sorted and joined in memory.
  await tx.text("SET LOCAL work_mem = '32MB'", []);
  // Row-level security hides from the planner how many rows there are; a nested loop over a county takes minutes.
  await tx.text('SET LOCAL enable_nestloop = off', []);
}

/**
 * 逐县测算 · Counts the households of some counties against the line as it is and as it would be, in one statement.
 *
 * The same as `assessHousehold` says of each: the newest income record that spans the line's window, has ended by the day and
 * is no older than one more window; net income a head to the fen, halves away from zero; within the range where it is under
 * the line. A household without such a record is neither.
 *
 * @param prefix  digits that the regions of the households begin with
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
  const [now, then] = [sql.raw('(i.now_income < l.now_line)'), sql.raw('(i.then_income < l.then_line)')];
  const newest = (months: string) => sql`(max(r.record) FILTER (WHERE
    ${on}::date <= (r.window_to + make_interval(months => ${sql.raw(months)}))::date
    AND (r.window_from + make_interval(months => ${sql.raw(months)}))::date - r.window_to IN (0, 1)))[3]`;
  const sameWindow = lines.every(({ nowMonths, thenMonths }) => nowMonths === thenMonths);
  return tx.rows<CountyCounts>(sql`
    WITH lines AS MATERIALIZED (
      SELECT county, "nowLine" AS now_line, "nowMonths" AS now_months, "thenLine" AS then_line, "thenMonths" AS then_months
      FROM json_to_recordset(${JSON.stringify(lines)}::text::json) AS l(
        county text, "nowLine" bigint, "nowMonths" integer, "thenLine" bigint, "thenMonths" integer)
    ), records AS (
      SELECT t.county_code, t.household_id, t.window_from, t.window_to,
        ARRAY[t.window_to - DATE '1900-01-01', t.window_from - DATE '1900-01-01', ${sql.raw(PER_HEAD)}] AS record
      FROM ${incomeRecord} t
      WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'household_id')} AND ${region}
        AND t.window_to <= ${on}::date
    ), newest AS (
      SELECT r.county_code, r.household_id, ${newest('l.now_months')} AS now_income,
        ${sameWindow ? sql`NULL::bigint` : newest('l.then_months')} AS other_income
      FROM records r JOIN lines l ON l.county = r.county_code
      GROUP BY r.county_code, r.household_id
    ), incomes AS (
      SELECT county_code, household_id, now_income, ${sql.raw(sameWindow ? 'now_income' : 'other_income')} AS then_income
      FROM newest
    )
    SELECT t.county_code AS county, count(*)::integer AS households,
      (count(*) FILTER (WHERE ${now}))::integer AS "withinRangeNow",
      (count(*) FILTER (WHERE ${then}))::integer AS "withinRangeThen",
      (count(*) FILTER (WHERE ${then} AND ${now} IS NOT TRUE))::integer AS entering,
      (count(*) FILTER (WHERE ${now} AND ${then} IS NOT TRUE))::integer AS leaving
    FROM ${household} t JOIN lines l ON l.county = t.county_code
      LEFT JOIN incomes i ON i.county_code = t.county_code AND i.household_id = t.id
    WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'id')} AND ${region}
    GROUP BY t.county_code ORDER BY t.county_code`);
}

const NET = '(t.wages + t.business + t.property + t.transfers - t.business_expenses)';
/** `perHead`: whole numbers only, so that nothing is lost on the way. */
const PER_HEAD = `sign(${NET})::bigint * ((abs(${NET}) * 2 + t.heads) / (t.heads * 2))`;
