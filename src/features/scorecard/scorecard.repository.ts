import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { departmentAlert } from '../alert/alert.table.js';
import { inspectionCampaign } from '../campaign/campaign.table.js';
import { visit } from '../campaign/visit.table.js';
import { monitoringCase, responsiblePerson } from '../case/case.table.js';
import { procedureRun, procedureStep } from '../case/procedure.table.js';
import { household } from '../household/household.table.js';
import { noticeEntry, publicNotice } from '../notice/notice.table.js';
import { qualityFinding } from '../quality/quality.table.js';

/** 评分范围 · Which rows are counted, by which digits of their region, in which days. */
export interface ScoreScope {
  readonly reach: Reach;
  readonly counties: readonly string[];
  readonly region: RegionCode;
  /** Digits by which rows are put together. */
  readonly digits: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

type Keyed<T> = Promise<({ readonly key: string } & T)[]>;

const MONITORED = (
  to: CalendarDate,
): SQL => sql`t.identified_on <= ${to}::date AND (t.eliminated_on IS NULL OR t.eliminated_on > ${to}::date)
  AND t.status <> 'WITHDRAWN'`;

/** Rows of alias `t` that count, and the digits of their region. */
function parts({ reach, counties, region, digits }: ScoreScope): { key: SQL; rows: SQL; pin: (alias: string) => SQL } {
  const pin = (alias: string): SQL => among(`${alias}.county_code`, counties, 'text');
  const within = sql`t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
  return {
    key: sql`left(t.region_code, ${digits}::int)`,
    rows: sql`${pin('t')} AND ${within} AND ${inScope(reach.scope, null)}`,
    pin,
  };
}

/** 在册户数 · Open households, and how many of them were met and told in the period. */
export function scoreHouseholds(
  tx: Transaction,
  scope: ScoreScope,
): Keyed<{ households: number; met: number; told: number }> {
  const { key, rows, pin } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS households, count(v.household_id)::int AS met, (count(*) FILTER (WHERE v.told))::int AS told
    FROM ${household} t LEFT JOIN (
      SELECT v.county_code, v.household_id, bool_or(v.policy_explained) AS told FROM ${visit} v
      WHERE ${pin('v')} AND v.visited_on BETWEEN ${scope.from}::date AND ${scope.to}::date AND v.mode <> 'ABSENT' GROUP BY 1, 2) v
      ON v.county_code = t.county_code AND v.household_id = t.id
    WHERE ${rows} AND t.closed_on IS NULL GROUP BY 1`);
}

/** 监测对象 · Monitored cases of the last day; of them with somebody responsible, helped, and met in the period. */
export function scoreMonitored(
  tx: Transaction,
  scope: ScoreScope,
): Keyed<{ monitored: number; responsible: number; helped: number; met: number }> {
  const { key, rows, pin } = parts(scope);
  const { from, to } = scope;
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS monitored, count(p.case_id)::int AS responsible,
      (count(*) FILTER (WHERE t.supported_on <= ${to}::date))::int AS helped, count(v.household_id)::int AS met
    FROM ${monitoringCase} t
      LEFT JOIN (SELECT DISTINCT p.county_code, p.case_id FROM ${responsiblePerson} p
        WHERE ${pin('p')} AND p.serves_from <= ${to}::date AND (p.serves_to IS NULL OR p.serves_to >= ${to}::date)) p
        ON p.county_code = t.county_code AND p.case_id = t.id
      LEFT JOIN (SELECT DISTINCT v.county_code, v.household_id FROM ${visit} v
        WHERE ${pin('v')} AND v.visited_on BETWEEN ${from}::date AND ${to}::date AND v.mode <> 'ABSENT') v
        ON v.county_code = t.county_code AND v.household_id = t.household_id
    WHERE ${rows} AND ${MONITORED(to)} GROUP BY 1`);
}

/** 识别程序 · Identification runs that ended in the period with a deadline: their own, or that from the day the household was found. */
export function scoreRuns(tx: Transaction, scope: ScoreScope): Keyed<{ ended: number; inTime: number }> {
  const { key, rows, pin } = parts(scope);
  const decided = sql`CASE WHEN t.outcome = 'PASSED' THEN coalesce(c.identified_on, t.ended_on) ELSE t.ended_on END`;
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS ended,
      (count(*) FILTER (WHERE ${decided} <= least(t.due_on, c.identification_due_on)))::int AS "inTime"
    FROM ${procedureRun} t JOIN ${monitoringCase} c ON ${pin('c')} AND c.county_code = t.county_code AND c.id = t.case_id
    WHERE ${rows} AND t.kind IN ('IDENTIFICATION', 'EMERGENCY_IDENTIFICATION')
      AND (t.due_on IS NOT NULL OR c.identification_due_on IS NOT NULL)
      AND t.ended_on BETWEEN ${scope.from}::date AND ${scope.to}::date GROUP BY 1`);
}

/** 落实帮扶 · Cases identified in the period by the days of identification and of the first help. */
export function scoreSupport(
  tx: Transaction,
  scope: ScoreScope,
): Keyed<{ county: RegionCode; identifiedOn: CalendarDate; supportedOn: CalendarDate | null; cases: number }> {
  const { key, rows } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, t.county_code AS county, t.identified_on AS "identifiedOn", t.supported_on AS "supportedOn", count(*)::int AS cases
    FROM ${monitoringCase} t WHERE ${rows} AND t.status <> 'WITHDRAWN' AND t.identified_on BETWEEN ${scope.from}::date AND ${scope.to}::date
    GROUP BY 1, 2, 3, 4`);
}

/** 公示 · Cases on notices that were up for so many days, with the rules that their runs follow. */
export interface NoticesUp {
  readonly county: RegionCode;
  readonly kind: ProcedureKind;
  readonly step: string;
  readonly configVersion: string;
  readonly startedOn: CalendarDate;
  readonly days: number;
  readonly cases: number;
}

/** 公示 · Cases on notices that closed in the period, by the days that they were up. */
export function scoreNotices(tx: Transaction, scope: ScoreScope): Keyed<NoticesUp> {
  const { key, rows, pin } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, t.county_code AS county, t.purpose AS kind, s.code AS step, s.config_version AS "configVersion",
      s.run_started_on AS "startedOn", n.closes_on - n.opens_on AS days, count(*)::int AS cases
    FROM ${noticeEntry} t JOIN ${publicNotice} n ON ${pin('n')} AND n.county_code = t.county_code AND n.id = t.notice_id
      JOIN ${procedureStep} s ON ${pin('s')} AND s.county_code = t.county_code AND s.id = t.step_id
    WHERE ${rows} AND n.closes_on BETWEEN ${scope.from}::date AND ${scope.to}::date GROUP BY 1, 2, 3, 4, 5, 6, 7`);
}

/** 返贫 · Cases eliminated in the period, and of them those whose household was identified again. */
export function scoreRelapses(tx: Transaction, scope: ScoreScope): Keyed<{ eliminated: number; relapsed: number }> {
  const { key, rows, pin } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS eliminated, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM ${monitoringCase} n
      WHERE ${pin('n')} AND n.county_code = t.county_code AND n.household_id = t.household_id AND n.identified_on > t.eliminated_on
        AND n.identified_on <= ${scope.to}::date)))::int AS relapsed
    FROM ${monitoringCase} t WHERE ${rows} AND t.eliminated_on BETWEEN ${scope.from}::date AND ${scope.to}::date GROUP BY 1`);
}

/** 部门预警 · Alerts that were to be verified in the period. */
export function scoreAlerts(tx: Transaction, scope: ScoreScope): Keyed<{ alerts: number; inTime: number }> {
  const { key, rows } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS alerts, (count(*) FILTER (WHERE t.settled_on <= t.verify_by))::int AS "inTime" FROM ${departmentAlert} t
    WHERE ${rows} AND t.verify_by BETWEEN ${scope.from}::date AND ${scope.to}::date GROUP BY 1`);
}

/** 质量问题 · Findings that are open. */
export function scoreFindings(tx: Transaction, scope: ScoreScope): Keyed<{ flags: number }> {
  const { key, rows } = parts(scope);
  return tx.rows(sql`
    SELECT ${key} AS key, count(*)::int AS flags FROM ${qualityFinding} t WHERE ${rows} AND t.status = 'OPEN' GROUP BY 1`);
}

/** 集中排查 · Digits and years of the campaigns that concern some region. */
export function campaignPrefixes(
  tx: Transaction,
  first: number,
  last: number,
): Promise<{ prefix: string; year: number }[]> {
  return tx.rows(sql`
    SELECT DISTINCT t.prefix, t.year FROM ${inspectionCampaign} t WHERE t.year BETWEEN ${first}::int AND ${last}::int`);
}
