import { sql } from 'drizzle-orm';
import type { KnownDue } from '../../domain/case/identification-due.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Undated } from '../../domain/procedure/set-due-days.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { pinnedBesideTo, pinnedTo, rowsOver } from '../../platform/database/read-rows.js';
import { monitoringCase } from '../case/case.table.js';
import { procedureRun } from '../case/procedure.table.js';

/** 期限未定的办理 · A run under way of which a last day is not told. */
export interface UndatedRun extends Undated {
  readonly county: string;
  readonly regionCode: RegionCode;
  readonly caseId: string;
  readonly runId: string;
  readonly kind: ProcedureKind;
  readonly configVersion: string;
  readonly startedOn: CalendarDate;
}

/** 期限未定的办理 · Runs under way of some counties, begun since a day, that have no last day themselves or wait for a step that has none. */
export function undatedRuns(
  tx: Transaction,
  counties: readonly string[],
  since: CalendarDate,
  after: UndatedRun | null,
  limit: number,
): Promise<UndatedRun[]> {
  const beyond = after === null ? sql`` : sql`AND (r.county_code, r.id) > (${after.county}, ${after.runId}::uuid)`;
  const rows = sql`
    SELECT r.county_code AS county, r.region_code AS "regionCode", r.case_id AS "caseId", r.id AS "runId", r.kind,
      r.config_version AS "configVersion", r.started_on AS "startedOn", r.due_on AS "dueOn", w.codes AS "undatedSteps"
    FROM ${procedureRun} r CROSS JOIN LATERAL (SELECT coalesce(json_agg(s.code), '[]') AS codes, count(*) > 0 AS some FROM procedure_step s
      WHERE ${pinnedBesideTo(counties, 's')} AND s.county_code = r.county_code AND s.run_id = r.id AND s.status = 'CURRENT' AND s.due_on IS NULL) w
    WHERE ${pinnedTo(counties, 'r')} AND r.ended_on IS NULL AND r.started_on >= ${since}::date ${beyond}
      AND (r.due_on IS NULL OR w.some)
    ORDER BY r.county_code, r.id LIMIT ${limit}`;
  return rowsOver(tx, counties, () => rows);
}

/** 识别中的档案 · A case under identification whose last day is not told, or that a lead has joined which was reported before it was opened. */
export interface UndatedCase extends KnownDue {
  readonly county: string;
  readonly regionCode: RegionCode;
  readonly id: string;
  readonly configVersion: string;
}

/** 识别期限待定的档案 · Such cases of some counties, in the order of their counties and ids. */
export function undatedCases(
  tx: Transaction,
  counties: readonly string[],
  after: UndatedCase | null,
  limit: number,
): Promise<UndatedCase[]> {
  const beyond = after === null ? sql`` : sql`AND (t.county_code, t.id) > (${after.county}, ${after.id}::uuid)`;
  const leads = sql`lead l WHERE ${pinnedBesideTo(counties, 'l')} AND l.county_code = t.county_code AND l.case_id = t.id`;
  const rows = sql`
    SELECT t.county_code AS county, t.region_code AS "regionCode", t.id, t.config_version AS "configVersion", t.opened_on AS "openedOn",
      t.identification_due_on AS known, (SELECT min(l.reported_on) FROM ${leads}) AS "firstReportedOn"
    FROM ${monitoringCase} t
    WHERE ${pinnedTo(counties, 't')} AND t.status = 'UNDER_IDENTIFICATION' AND t.source <> 'NATIONAL_SYSTEM' ${beyond}
      AND (t.identification_due_on IS NULL OR EXISTS (SELECT 1 FROM ${leads} AND l.reported_on < t.opened_on))
    ORDER BY t.county_code, t.id LIMIT ${limit}`;
  return rowsOver(tx, counties, () => rows);
}

/** 识别期限的更动 · The last day of a case's identification as it was read, and as it is known now. */
export interface IdentificationDue {
  readonly id: string;
  readonly known: CalendarDate | null;
  readonly due: CalendarDate;
}

/** 写入识别期限 · Writes last days of identifications under way, but for those that changed meanwhile. @returns how many */
export async function moveIdentificationDays(
  tx: Transaction,
  county: string,
  days: readonly IdentificationDue[],
): Promise<number> {
  const moved = await tx.rows(sql`
    UPDATE monitoring_case SET identification_due_on = c.due
    FROM jsonb_to_recordset(${JSON.stringify(days)}::jsonb) AS c(id uuid, known date, due date)
    WHERE monitoring_case.county_code = ${county} AND monitoring_case.id = c.id AND monitoring_case.status = 'UNDER_IDENTIFICATION'
      AND monitoring_case.identification_due_on IS NOT DISTINCT FROM c.known RETURNING monitoring_case.id`);
  return moved.length;
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
