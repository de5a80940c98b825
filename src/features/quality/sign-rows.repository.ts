import { type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { visit } from '../campaign/visit.table.js';
import { procedureStep } from '../case/procedure.table.js';
import { guaranteeCheck } from '../guarantee/guarantee.table.js';
import { incomeRecord } from '../income/income.table.js';
import { noticeEntry, publicNotice } from '../notice/notice.table.js';
import { delivery } from '../support/support.table.js';

/** 至多行数 · Rows of one sign in one county that are told at once, the earliest first; more are told once the register no longer holds these. @article 5.3 */
export const MOST_ROWS = 1_000;

/** Day in China of an instant. */
const dayOf = (column: string) => sql.raw(`(${column} AT TIME ZONE 'Asia/Shanghai')::date`);

/** 录入早于发生 · Records that were entered before the day on which they are said to have happened. */
export function enteredTooEarly(tx: Transaction, county: string) {
  return tx.rows<{
    region: RegionCode;
    householdId: string;
    kind: string;
    on: CalendarDate;
    entered: CalendarDate;
    days: number;
  }>(sql`
    ${early(county, guaranteeCheck, 'guarantees', 'checked_on', 'recorded_at')}
    UNION ALL ${early(county, visit, 'visit', 'visited_on', 'recorded_at')}
    UNION ALL ${early(county, delivery, 'delivery', 'delivered_on', 'recorded_at')}
    UNION ALL ${early(county, procedureStep, 'step', 'completed_on', 'entered_at')}
    ORDER BY 4, 3, 2, 5 LIMIT ${MOST_ROWS}`);
}

/** Rows of one table whose day came after the day on which they were entered. */
function early(county: string, table: PgTable, kind: string, happened: string, entered: string): SQL {
  const [day, entry] = [sql.raw(`t.${happened}`), dayOf(`t.${entered}`)];
  return sql`
    SELECT t.region_code AS region, t.household_id AS "householdId", ${kind}::text AS kind, ${day} AS "on", ${entry} AS entered, ${day} - ${entry} AS days
    FROM ${table} t WHERE t.county_code = ${county} AND ${day} > ${entry}`;
}

/** 雷同数据 · Groups of households of a village with the same income in every kind, in the same window. */
export function identicalIncomes(tx: Transaction, county: string, least: number) {
  return tx.rows<{ region: RegionCode; to: CalendarDate; households: number; netFen: number }>(sql`
    SELECT t.region_code AS region, t.window_to AS "to", count(DISTINCT t.household_id)::int AS households,
      t.wages + t.business + t.property + t.transfers - t.business_expenses AS "netFen"
    FROM ${incomeRecord} t WHERE t.county_code = ${county} AND t.wages + t.business + t.property + t.transfers > 0
    GROUP BY t.region_code, t.window_to, t.heads, t.wages, t.business, t.property, t.transfers, t.business_expenses, t.claims_paid, t.medical
    HAVING count(DISTINCT t.household_id) >= ${least}::int ORDER BY 1, 2, 4 LIMIT ${MOST_ROWS}`);
}

/** 公示 · A notice of a case that was up for less than so many days, with the run whose rules it follows. */
export interface ShortNotice {
  readonly region: RegionCode;
  readonly householdId: string;
  readonly caseId: string;
  readonly purpose: ProcedureKind;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly days: number;
  readonly step: string;
  readonly stepId: string;
  readonly configVersion: string;
  readonly runStartedOn: CalendarDate;
}

/** 公示 · A page of the notices that were up for less than so many days, by case; from the first, or after the last of the page before. */
export function shortNotices(tx: Transaction, county: string, under: number, after: ShortNotice | null) {
  const past =
    after === null ? sql`true` : sql`(n.opens_on, e.step_id) > (${after.opensOn}::date, ${after.stepId}::uuid)`;
  return tx.rows<ShortNotice>(sql`
    SELECT e.region_code AS region, e.household_id AS "householdId", e.case_id AS "caseId", e.purpose, n.opens_on AS "opensOn",
      n.closes_on AS "closesOn", n.closes_on - n.opens_on AS days, s.code AS step, e.step_id AS "stepId", s.config_version AS "configVersion",
      s.run_started_on AS "runStartedOn"
    FROM ${publicNotice} n JOIN ${noticeEntry} e ON e.county_code = ${county} AND e.notice_id = n.id
      JOIN ${procedureStep} s ON s.county_code = ${county} AND s.id = e.step_id
    WHERE n.county_code = ${county} AND n.closes_on - n.opens_on < ${under}::int AND ${past} ORDER BY n.opens_on, e.step_id LIMIT ${MOST_ROWS}`);
}

/**
 * 连续审定 · Days on which one person entered so many county decisions within some minutes. Decisions that cite one paper, or that
 * came in one call, are one meeting's and count once: of several papers, the one that most decisions of the person cite.
 */
export function hurriedDecisions(tx: Transaction, county: string, decisions: number, minutes: number) {
  return tx.rows<{ actor: string; on: CalendarDate; decisions: number }>(sql`
    WITH decisions AS (
      SELECT t.id, t.actor, t.entered_at, t.evidence FROM ${procedureStep} t
      WHERE t.county_code = ${county} AND t.kind = 'COUNTY_DECISION' AND t.status = 'DONE' AND t.actor IS NOT NULL),
    citings AS (
      SELECT DISTINCT d.id, d.actor, coalesce(e.paper->>'sha256', e.paper->>'uri', e.paper->>'title') AS paper
      FROM decisions d CROSS JOIN LATERAL jsonb_array_elements(d.evidence) AS e(paper)),
    cited AS (SELECT c.actor, c.paper, count(*) AS times FROM citings c GROUP BY 1, 2),
    meetings AS (
      SELECT DISTINCT ON (c.id) c.id, c.paper FROM citings c JOIN cited k ON k.actor = c.actor AND k.paper = c.paper
      ORDER BY c.id, k.times DESC, c.paper),
    sittings AS (
      SELECT DISTINCT d.actor, min(d.entered_at) AS entered_at FROM decisions d LEFT JOIN meetings m ON m.id = d.id
      GROUP BY d.actor, coalesce(m.paper, d.id::text)),
    runs AS (
      SELECT s.actor, s.entered_at, lag(s.entered_at, ${decisions - 1}::int) OVER (PARTITION BY s.actor ORDER BY s.entered_at) AS earlier
      FROM sittings s)
    SELECT r.actor, ${dayOf('r.entered_at')} AS "on", count(*)::int + ${decisions - 1}::int AS decisions FROM runs r
    WHERE r.earlier IS NOT NULL AND r.entered_at - r.earlier <= make_interval(mins => ${minutes}::int)
    GROUP BY 1, 2 ORDER BY 2, 1 LIMIT ${MOST_ROWS}`);
}

/** 尾数 · How the last digits of the yuan of earned incomes spread in each village: how many there are, and of the commonest. */
export function lastDigits(tx: Transaction, county: string, figures: number) {
  return tx.rows<{ region: RegionCode; figures: number; same: number; digit: number }>(sql`
    SELECT d.region, sum(d.n)::int AS figures, max(d.n)::int AS same, (array_agg(d.digit ORDER BY d.n DESC))[1]::int AS digit FROM (
      SELECT t.region_code AS region, ((t.wages + t.business) / 100) % 10 AS digit, count(*) AS n FROM ${incomeRecord} t
      WHERE t.county_code = ${county} AND t.wages + t.business > 0 GROUP BY 1, 2) d
    GROUP BY d.region HAVING sum(d.n) >= ${figures}::int ORDER BY d.region LIMIT ${MOST_ROWS}`);
}
