import { sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { procedureRun } from '../case/procedure.table.js';

/** 期限未定的办理 · A run under way of which a last day is not told. */
export interface UndatedRun {
  readonly county: string;
  readonly regionCode: RegionCode;
  readonly caseId: string;
  readonly runId: string;
}

/** 期限未定的办理 · Runs under way of some counties, begun since a day, that have no last day themselves or wait for a step that has none. */
export function undatedRuns(
  tx: Transaction,
  counties: readonly string[],
  since: CalendarDate,
  after: UndatedRun | null,
  limit: number,
): Promise<UndatedRun[]> {
  // Of the counties after the last run's alone; a step is looked up in the county of its run.
  const list = sql`ANY (${arrayLiteral(counties.filter((county) => after === null || county >= after.county))}::text[])`;
  const beyond = after === null ? sql`` : sql`AND (r.county_code, r.id) > (${after.county}, ${after.runId}::uuid)`;
  return tx.rows<UndatedRun>(sql`
    SELECT r.county_code AS county, r.region_code AS "regionCode", r.case_id AS "caseId", r.id AS "runId" FROM ${procedureRun} r
    WHERE r.county_code = ${list} AND r.ended_on IS NULL AND r.started_on >= ${since}::date ${beyond}
      AND (r.due_on IS NULL OR EXISTS (SELECT 1 FROM procedure_step s WHERE (s.county_code = ${list}) IS TRUE
        AND s.county_code = r.county_code AND s.run_id = r.id AND s.status = 'CURRENT' AND s.due_on IS NULL))
    ORDER BY r.county_code, r.id LIMIT ${limit}`);
}

/** 补记的期限 · A last day that can be told by now, of a run or of a step. */
export interface DueDay {
  readonly id: string;
  readonly dueOn: CalendarDate;
}

/** 补记期限 · Writes last days where none stands, and with them the earliest one of each case. */
export async function fillDueDays(
  tx: Transaction,
  county: string,
  {
    runs,
    steps,
    cases,
  }: { readonly runs: readonly DueDay[]; readonly steps: readonly DueDay[]; readonly cases: readonly string[] },
): Promise<void> {
  const rows = (days: readonly DueDay[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(days.map(({ id, dueOn }) => ({ id, due_on: dueOn })))}::jsonb) AS c(id uuid, due_on date)`;
  await Promise.all([
    tx.rows(sql`UPDATE procedure_run SET due_on = c.due_on FROM ${rows(runs)}
      WHERE procedure_run.county_code = ${county} AND procedure_run.id = c.id AND procedure_run.due_on IS NULL AND procedure_run.ended_on IS NULL`),
    tx.rows(sql`UPDATE procedure_step SET due_on = c.due_on FROM ${rows(steps)}
      WHERE procedure_step.county_code = ${county} AND procedure_step.id = c.id AND procedure_step.due_on IS NULL
        AND procedure_step.status = 'CURRENT'`),
    tx.rows(sql`UPDATE monitoring_case SET due_on = (SELECT min(d.due_on) FROM (
        SELECT r.due_on FROM procedure_run r WHERE r.county_code = ${county} AND r.case_id = monitoring_case.id AND r.ended_on IS NULL
        UNION ALL SELECT s.due_on FROM procedure_step s
        WHERE s.county_code = ${county} AND s.case_id = monitoring_case.id AND s.status = 'CURRENT') d)
      WHERE monitoring_case.county_code = ${county} AND monitoring_case.id = ANY (${arrayLiteral(cases)}::uuid[])`),
  ]);
}
