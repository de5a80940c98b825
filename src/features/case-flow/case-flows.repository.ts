import { type SQL, sql } from 'drizzle-orm';
import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { TimeBucket } from '../../domain/statistics/definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { rowsOver } from '../../platform/database/read-rows.js';
import { type CountyPin, pinned, pinnedBeside } from '../../platform/database/read-shape.js';
import { inScope, isKept } from '../../platform/database/scope-condition.js';
import { bucketColumn, type MovedDays, movesCase, movesCaseWithin, type UnitsWanted } from '../stat-source/index.js';

/** 流转 · Cases that moved in a period. */
export interface CaseFlowRow {
  readonly period: CalendarDate;
  readonly from: CaseStatus | null;
  readonly to: CaseStatus;
  readonly cases: number;
  readonly persons: number;
  readonly relapsed: number;
}

/** 时段 · The days that are looked at, inclusive, and how they are put together. */
export interface FlowPeriod extends MovedDays {
  readonly bucket: TimeBucket;
}

/**
 * 时段内的变动 · As `moves`, of all cases of the counties, as a relation `mv`: found by their days, so that cases which did not move are not
 * looked at, and each with the status that its case had before.
 */
function movesWithin(pin: CountyPin, period: FlowPeriod): SQL {
  return sql`(SELECT e.county_code, e.subject_id AS case_id, e.occurred_on AS moved_on, e.change ->> 'status' AS to_status,
      (SELECT b.change ->> 'status' FROM audit_event b WHERE ${sql.raw(pinnedBeside('b', pin))} AND b.county_code = e.county_code
        AND b.subject_id = e.subject_id AND b.sequence < e.sequence AND ${movesCase('b')} ORDER BY b.sequence DESC LIMIT 1) AS from_status
    FROM audit_event e WHERE ${sql.raw(pinned('e', pin))} AND ${movesCaseWithin('e', period)} OFFSET 0) mv`;
}

/** 读取流转 · How cases moved between statuses in a period, in one statement. @article 3.2 */
export function readCaseFlows(tx: Transaction, units: UnitsWanted, period: FlowPeriod): Promise<CaseFlowRow[]> {
  const { scope, where } = units;
  return rowsOver<CaseFlowRow>(
    tx,
    units.counties,
    (
      pin,
    ) => sql`SELECT period, "from", "to", count(*) AS cases, coalesce(sum(size), 0)::bigint AS persons, count(*) FILTER (WHERE relapsed) AS relapsed
      FROM (SELECT ${bucketColumn('mv.moved_on', period.bucket).value} AS period, mv.from_status AS "from", mv.to_status AS "to", u.size, u.relapsed
        FROM ${movesWithin(pin, period)} JOIN LATERAL (
          SELECT h.size, EXISTS (SELECT 1 FROM monitoring_case p WHERE ${sql.raw(pinnedBeside('p', pin))} AND p.county_code = t.county_code
            AND p.household_id = t.household_id AND p.status = 'RISK_ELIMINATED' AND (p.opened_on, p.id) < (t.opened_on, t.id)) AS relapsed
          FROM monitoring_case t JOIN household h ON ${sql.raw(pinnedBeside('h', pin))} AND h.county_code = t.county_code AND h.id = t.household_id
          WHERE ${sql.raw(pinnedBeside('t', pin))} AND t.county_code = mv.county_code AND t.id = mv.case_id
            AND ${inScope(scope, 'household_id')} AND ${isKept(scope, 'record_closed_on')} AND ${where} LIMIT 1) u ON true
        WHERE mv.from_status IS DISTINCT FROM mv.to_status) f
      GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS FIRST, 3`,
  );
}
