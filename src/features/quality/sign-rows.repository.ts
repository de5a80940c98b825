import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { procedureStep } from '../case/procedure.table.js';
import { guaranteeCheck } from '../household/guarantee.table.js';
import { incomeRecord } from '../household/income.table.js';
import { noticeEntry, publicNotice } from '../notice/notice.table.js';

/** Rows of one sign in one county; more are named in the next run, once these are settled. */
const MOST_ROWS = 1_000;

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
    SELECT t.region_code AS region, t.household_id AS "householdId", 'guarantees' AS kind, t.checked_on AS "on", ${dayOf('t.recorded_at')} AS entered,
      t.checked_on - ${dayOf('t.recorded_at')} AS days FROM ${guaranteeCheck} t
    WHERE t.county_code = ${county} AND t.checked_on > ${dayOf('t.recorded_at')}
    UNION ALL
    SELECT t.region_code, t.household_id, 'step', t.completed_on, ${dayOf('t.entered_at')}, t.completed_on - ${dayOf('t.entered_at')} FROM ${procedureStep} t
    WHERE t.county_code = ${county} AND t.completed_on > ${dayOf('t.entered_at')}
    LIMIT ${MOST_ROWS}`);
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

/** 公示 · Notices that were up for less than so many days, by case. */
export function shortNotices(tx: Transaction, county: string, under: number) {
  return tx.rows<{
    region: RegionCode;
    householdId: string;
    caseId: string;
    purpose: ProcedureKind;
    opensOn: CalendarDate;
    closesOn: CalendarDate;
    days: number;
  }>(sql`
    SELECT e.region_code AS region, e.household_id AS "householdId", e.case_id AS "caseId", e.purpose, n.opens_on AS "opensOn",
      n.closes_on AS "closesOn", n.closes_on - n.opens_on AS days
    FROM ${publicNotice} n JOIN ${noticeEntry} e ON e.county_code = ${county} AND e.notice_id = n.id
    WHERE n.county_code = ${county} AND n.closes_on - n.opens_on < ${under}::int ORDER BY n.opens_on, e.case_id LIMIT ${MOST_ROWS}`);
}

/**
 * 连续审定 · Days on which one person entered so many county decisions within some minutes. Decisions that cite one paper, or that
 * came in one call, are one meeting's and count once.
 */
export function hurriedDecisions(tx: Transaction, county: string, decisions: number, minutes: number) {
  return tx.rows<{ actor: string; on: CalendarDate; decisions: number }>(sql`
    WITH sittings AS (
      SELECT t.actor, min(t.entered_at) AS entered_at FROM ${procedureStep} t
      WHERE t.county_code = ${county} AND t.kind = 'COUNTY_DECISION' AND t.status = 'DONE' AND t.actor IS NOT NULL
      GROUP BY t.actor, t.entered_at, CASE WHEN t.evidence = '[]'::jsonb THEN t.id::text ELSE t.evidence::text END),
    papers AS (
      SELECT s.actor, s.entered_at, lag(s.entered_at, ${decisions - 1}::int) OVER (PARTITION BY s.actor ORDER BY s.entered_at) AS earlier FROM sittings s)
    SELECT p.actor, ${dayOf('p.entered_at')} AS "on", count(*)::int + ${decisions - 1}::int AS decisions FROM papers p
    WHERE p.earlier IS NOT NULL AND p.entered_at - p.earlier <= make_interval(mins => ${minutes}::int) AND p.entered_at > p.earlier
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
