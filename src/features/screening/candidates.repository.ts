import { type SQL, sql } from 'drizzle-orm';
import { OPEN_CASE_STATUSES } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { monitoringCase } from '../case/case.table.js';
import { guaranteeCheck } from '../guarantee/guarantee.table.js';
import { household } from '../household/household.table.js';
import { incomeRecord } from '../income/income.table.js';
import { perHead, spansMonths } from '../income/income-window.table.js';
import { lead } from '../lead/lead.table.js';
import { isOfCorps } from '../region/index.js';
import type { CountyLine } from './screening-lines.js';

/** 候选农户 · A household that the rules single out and that has nothing under way. */
export interface Candidate {
  readonly county: string;
  readonly id: string;
}

/** 各县户数 · Households of a county that are screened. */
export interface CountyHouseholds {
  readonly county: string;
  readonly households: number;
}

/** 为筛查设定 · Gives the statements of a screening room to hash in. @article none — technical */
export async function prepareScreening(tx: Transaction): Promise<void> {
  await tx.text("SET LOCAL work_mem = '64MB'", []);
  await hashJoins(tx);
}

/** 各县户数 · How many households each of some counties has. */
export function countHouseholds(
  tx: Transaction,
  scope: DatabaseScope,
  counties: readonly string[],
  prefix: string,
): Promise<CountyHouseholds[]> {
  return tx.rows<CountyHouseholds>(sql`
    SELECT t.county_code AS county, count(*)::integer AS households FROM ${household} t
    WHERE t.county_code = ANY(${arrayLiteral(counties)}::text[]) AND ${inScope(scope, 'id')}
      AND t.region_code LIKE ${`${prefix}%`} AND t.closed_on IS NULL
    GROUP BY t.county_code ORDER BY t.county_code`);
}

/**
 * 筛查候选 · Households of some counties whose newest serving income is under the line, or whose newest check finds a guarantee not
 * secured, and that have neither an open lead nor an open case: set-based, in one statement, the same as `assessHousehold` says
 * of each.
 *
 * The newest income of a household is found by one maximum of one number a record, in which its days stand before the income.
 *
 * @param prefix  digits that the regions of the households begin with
 * @article 3.1
 */
export function findCandidates(
  tx: Transaction,
  scope: DatabaseScope,
  lines: readonly CountyLine[],
  prefix: string,
  on: CalendarDate,
): Promise<Candidate[]> {
  const counties = sql`${arrayLiteral([...new Set(lines.map(({ county }) => county))])}::text[]`;
  const earliest = lines.map(({ from }) => from).sort()[0] ?? on;
  const region = sql`t.region_code LIKE ${`${prefix}%`}`;
  return tx.rows<Candidate>(sql`
    WITH lines AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(lines)}::text::json) AS l(county text, corps boolean, line bigint, months integer, "from" date)
    ), newest AS (
      SELECT t.county_code, t.household_id, min(l.line) AS line, max(${packed(on)}) AS packed
      FROM ${incomeRecord} t JOIN lines l ON l.county = t.county_code AND l.corps = ${isOfCorps('t')}
      WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'household_id')} AND ${region}
        AND t.window_to BETWEEN ${earliest}::date AND ${on}::date AND t.window_to >= l."from"
        AND ${spansMonths('t', 'l.months')}
      GROUP BY t.county_code, t.household_id
    ), lost AS (
      SELECT t.county_code, t.household_id FROM ${guaranteeCheck} t
      LEFT JOIN ${guaranteeCheck} n ON n.county_code = ANY(${counties}) AND n.county_code = t.county_code AND n.household_id = t.household_id
        AND n.checked_on <= ${on}::date AND (n.checked_on, n.id) > (t.checked_on, t.id)
      WHERE t.county_code = ANY(${counties}) AND ${inScope(scope, 'household_id')} AND ${region} AND t.checked_on <= ${on}::date
        AND 'NOT_SECURED' IN (t.food, t.clothing, t.compulsory_education, t.basic_medical_care, t.safe_housing, t.drinking_water)
        AND n.id IS NULL
    ), found AS (
      SELECT county_code, household_id FROM newest WHERE (packed & ${2 * HALF - 1}::bigint) - ${HALF}::bigint < line
      UNION SELECT county_code, household_id FROM lost
    )
    SELECT f.county_code AS county, f.household_id AS id FROM found f
    JOIN ${household} t ON t.county_code = ANY(${counties}) AND t.county_code = f.county_code AND t.id = f.household_id
    WHERE ${inScope(scope, 'id')} AND t.closed_on IS NULL
      AND NOT EXISTS (SELECT 1 FROM ${lead} o WHERE o.county_code = ANY(${counties}) AND o.county_code = f.county_code
        AND o.household_id = f.household_id AND o.status = 'OPEN')
      AND NOT EXISTS (SELECT 1 FROM ${monitoringCase} c WHERE c.county_code = ANY(${counties}) AND c.county_code = f.county_code
        AND c.household_id = f.household_id AND c.status = ANY (${arrayLiteral(OPEN_CASE_STATUSES)}::text[]))
    ORDER BY f.county_code, f.household_id`);
}

/** 一页农户 · Households of a county in the order of their ids, after one of them, that nothing is under way for. */
export function pageOfHouseholds(
  tx: Transaction,
  scope: DatabaseScope,
  county: string,
  prefixes: readonly string[],
  after: string | null,
  size: number,
): Promise<{ readonly id: string }[]> {
  const within = sql.join(
    prefixes.map((prefix) => sql`t.region_code LIKE ${`${prefix}%`}`),
    sql` OR `,
  );
  return tx.rows<{ id: string }>(sql`
    SELECT t.id FROM ${household} t
    WHERE t.county_code = ${county} AND ${inScope(scope, 'id')} AND (${within}) AND t.closed_on IS NULL
      AND (${after}::uuid IS NULL OR t.id > ${after}::uuid)
    ORDER BY t.id LIMIT ${size}`);
}

/** The later end first, of one end the later beginning; then the income. */
function packed(on: CalendarDate): SQL {
  return sql`((${LONGEST_AGO} - least(${on}::date - t.window_to, ${LONGEST_AGO})) * ${LONGEST_AGO + 1}
    + ${LONGEST_AGO} - least(t.window_to - t.window_from, ${LONGEST_AGO}))::bigint << ${INCOME_BITS}
    | ${HALF}::bigint + least(greatest(${perHead('t')}, -${HALF}::bigint), ${HALF - 1}::bigint)`;
}

/** Days back that are told apart, of the end of a window and of its length: some eleven years. */
const LONGEST_AGO = 4_095;
/** What of a number is left for the income beside two such days. */
const INCOME_BITS = 39;
/** Incomes of more than 2.7 billion yuan a head are taken for that much: no line is near it. */
const HALF = 2 ** (INCOME_BITS - 1);
