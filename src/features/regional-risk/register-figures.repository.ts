import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { monitoringCase } from '../case/case.table.js';
import { departmentAlert } from '../alert/alert.table.js';
import { household } from '../household/household.table.js';
import { incomeRecord } from '../income/income.table.js';
import { perHead, spansMonths } from '../income/income-window.table.js';
import { member } from '../member/member.table.js';
import { lead } from '../lead/lead.table.js';
import { isOfCorps } from '../region/index.js';
import { supportMeasure } from '../support/support.table.js';
import { regionalIndicator, regionalWarning } from './regional-risk.table.js';

/** 月度计数 · How many of one kind in a month of a county. */
export interface MonthCount {
  readonly indicator: string;
  /** Empty where the indicator has one figure a month. */
  readonly subject: string;
  /** First day of the month. */
  readonly month: CalendarDate;
  readonly count: number;
}

/** 测算期间 · Days of the months that are reckoned, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 当月收入骤减规定 · From which a fall of income is sharp in a month, and over which windows, by the rules of its last day. @article 2.1 */
export interface FallRule {
  /** First and last day of the month. */
  readonly month: CalendarDate;
  readonly on: CalendarDate;
  /** The regiments of the Corps inside a county of Xinjiang have the Corps' own rules. */
  readonly corps: boolean;
  readonly months: number;
  readonly percent: number;
}

/**
 * 本县月度计数 · What happened in a county month by month: cases identified, leads reported, alerts of departments by kind, measures that
 * ended without success, and households whose newest income of the month's last day ended in the month and had fallen sharply
 * (R23), the same as `fellSharply` says of each.
 *
 * @param falls  none for a month in which no rule says what is sharp: none is counted
 * @article 2.3
 */
export function monthCounts(
  tx: Transaction,
  county: string,
  { from, to }: Period,
  falls: readonly FallRule[],
): Promise<MonthCount[]> {
  const within = (column: string) => sql`${sql.raw(column)} BETWEEN ${from}::date AND ${to}::date`;
  const month = (column: string) => sql`date_trunc('month', ${sql.raw(column)})::date`;
  return tx.rows<MonthCount>(sql`
    SELECT 'new-cases' AS indicator, '' AS subject, ${month('t.identified_on')} AS month, count(*)::int AS count FROM ${monitoringCase} t
    WHERE t.county_code = ${county} AND ${within('t.identified_on')} GROUP BY 3
    UNION ALL
    SELECT 'leads', '', ${month('t.reported_on')}, count(*)::int FROM ${lead} t
    WHERE t.county_code = ${county} AND ${within('t.reported_on')} GROUP BY 3
    UNION ALL
    SELECT 'department-alerts', t.kind, ${month('t.raised_on')}, count(*)::int FROM ${departmentAlert} t
    WHERE t.county_code = ${county} AND t.household_id IS NOT NULL AND ${within('t.raised_on')} GROUP BY 2, 3
    UNION ALL
    SELECT 'measures-unsuccessful', '', ${month('t.concluded_on')}, count(*)::int FROM ${supportMeasure} t
    WHERE t.county_code = ${county} AND t.status = 'CANCELLED' AND t.first_delivered_on IS NOT NULL AND ${within('t.concluded_on')} GROUP BY 3
    UNION ALL
    SELECT 'incomes-falling', '', n.month, count(*)::int FROM (
      SELECT DISTINCT ON (l.month, t.household_id) l.month, l.months, l.percent, t.household_id, t.window_from, ${perHead('t')} AS income
      FROM ${incomeRecord} t
      JOIN json_to_recordset(${JSON.stringify(falls)}::text::json) AS l(month date, "on" date, corps boolean, months integer, percent numeric)
        ON l.corps = ${isOfCorps('t')} AND t.window_to BETWEEN l.month AND l."on" AND ${spansMonths('t', 'l.months')}
      WHERE t.county_code = ${county} AND ${within('t.window_to')}
      ORDER BY l.month, t.household_id, t.window_to DESC, t.window_from DESC) n
    JOIN LATERAL (
      SELECT ${perHead('b')} AS income FROM ${incomeRecord} b
      WHERE b.county_code = ${county} AND b.household_id = n.household_id AND b.window_to < n.window_from
        AND b.window_to >= (n.window_from - make_interval(months => n.months))::date AND ${spansMonths('b', 'n.months')}
      ORDER BY b.window_to DESC, b.window_from DESC LIMIT 1) b ON true
    WHERE b.income > 0 AND (b.income - n.income) * 100 >= n.percent * b.income GROUP BY n.month`);
}

/** 存量 · Households of a county that are open, and of its resettled ones how many labourers have work. */
export async function standing(
  tx: Transaction,
  county: string,
): Promise<{ households: number; resettledLabourers: number; resettledEmployed: number }> {
  const [found] = await tx.rows<{ households: number; resettledLabourers: number; resettledEmployed: number }>(sql`
    SELECT (SELECT count(*)::int FROM ${household} t WHERE t.county_code = ${county} AND t.closed_on IS NULL) AS households,
      count(*)::int AS "resettledLabourers", count(*) FILTER (WHERE m.employment IS NOT NULL)::int AS "resettledEmployed"
    FROM ${member} m JOIN ${household} h ON h.county_code = ${county} AND h.id = m.household_id
    WHERE m.county_code = ${county} AND h.resettled AND h.closed_on IS NULL AND m.removed_on IS NULL AND m.labour IN ('SKILLED', 'ORDINARY', 'WEAK')`);
  return found ?? { households: 0, resettledLabourers: 0, resettledEmployed: 0 };
}

/** 写入测算指标 · Writes what was reckoned, over what was reckoned before. */
export async function writeFigures(
  tx: Transaction,
  rows: readonly (typeof regionalIndicator.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.run(
    tx.orm
      .insert(regionalIndicator)
      .values([...rows])
      .onConflictDoUpdate({
        target: [
          regionalIndicator.countyCode,
          regionalIndicator.regionCode,
          regionalIndicator.indicator,
          regionalIndicator.subject,
          regionalIndicator.month,
        ],
        set: {
          value: sql`excluded.value`,
          exposure: sql`excluded.exposure`,
          updatedAt: sql`excluded.updated_at`,
        },
        setWhere: sql`regional_indicator.value <> excluded.value OR regional_indicator.exposure IS DISTINCT FROM excluded.exposure`,
      }),
  );
}

/** 本县指标序列 · Every figure that is kept under a county, or a region above it, in a period; series by series, oldest first. */
export function seriesOf(tx: Transaction, county: string, { from, to }: Period) {
  return tx.rows<{
    region: string;
    indicator: string;
    subject: string;
    month: CalendarDate;
    value: number;
    exposure: number | null;
  }>(sql`
    SELECT t.region_code AS region, t.indicator, t.subject, t.month, t.value, t.exposure FROM ${regionalIndicator} t
    WHERE t.county_code = ${county} AND t.month BETWEEN ${from}::date AND ${to}::date
    ORDER BY t.region_code, t.indicator, t.subject, t.month`);
}

/** 已有预警 · What detectors have raised under a county and is not closed, or was for the month. */
export function detectionsOf(tx: Transaction, county: string) {
  return tx.rows<{ region: string; detection: string; open: boolean }>(sql`
    SELECT t.region_code AS region, t.detection, t.status <> 'CLOSED' AS open FROM ${regionalWarning} t
    WHERE t.county_code = ${county} AND t.detection IS NOT NULL`);
}
