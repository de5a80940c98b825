import { type SQL, sql } from 'drizzle-orm';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../domain/procedure/procedure-run.js';
import type { Transaction } from '../../platform/database/database.js';
import { procedureRun, procedureStep } from './procedure.table.js';

/** 所属档案 · The case that runs and steps are written for. */
export interface CasePlace {
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string;
  readonly caseId: string;
}

/** 办理内容 · What a completed step keeps beside its state; texts sealed. */
export interface StepContent {
  readonly enteredAt: string;
  readonly enteredForSealed: string | null;
  readonly noteSealed: string | null;
  readonly sectionSealed: string | null;
  readonly extraSealed: string | null;
  readonly evidence: readonly unknown[];
}

/** 新建办理 · Inserts a run and its steps. */
export async function insertRun(
  tx: Transaction,
  place: CasePlace,
  run: ProcedureRun,
  definition: ProcedureDefinition,
  sequence: number,
): Promise<void> {
  const { countyCode, regionCode, householdId, caseId } = place;
  await Promise.all([
    tx.insert(procedureRun, [
      {
        countyCode,
        regionCode,
        householdId,
        caseId,
        id: run.id,
        kind: run.kind,
        startedOn: run.startedOn,
        endedOn: run.endedOn,
        outcome: run.outcome,
        dueOn: run.dueOn,
        configVersion: run.configVersion,
        sequence,
      },
    ]),
    insertSteps(tx, place, run, definition, run.steps),
  ]);
}

/**
 * 保存办理 · Writes what a decision changed in a run: changed steps, and the run with them, in one statement, new attempts in
 * another; only those that are needed.
 *
 * @param content  of the steps that the change completed, by step id
 */
export async function saveRun(
  tx: Transaction,
  place: CasePlace,
  before: ProcedureRun,
  after: ProcedureRun,
  definition: ProcedureDefinition,
  content: ReadonlyMap<string, StepContent>,
): Promise<void> {
  const known = new Map(before.steps.map((step) => [step.id, step]));
  const moved = after.dueOn !== before.dueOn;
  const changed = after.steps.filter(
    (step) => known.has(step.id) && (known.get(step.id) !== step || (moved && step.status === 'CURRENT')),
  );
  const added = after.steps.filter((step) => !known.has(step.id));
  const writes: Promise<unknown>[] = [];
  const runChanges = moved || after.endedOn !== before.endedOn;
  if (changed.length > 0 || runChanges) writes.push(updateSteps(tx, place, after, changed, content, runChanges));
  if (added.length > 0) writes.push(insertSteps(tx, place, after, definition, added));
  await Promise.all(writes);
}

/** One for all rows, so that it is one parameter. */
const NO_EVIDENCE: readonly unknown[] = [];

async function insertSteps(
  tx: Transaction,
  place: CasePlace,
  run: ProcedureRun,
  definition: ProcedureDefinition,
  steps: readonly ProcedureStep[],
): Promise<void> {
  const { countyCode, regionCode, householdId, caseId } = place;
  const rows = steps.map((step) => {
    const position = definition.steps.findIndex((own) => own.code === step.code);
    const own = definition.steps[position]!;
    return {
      countyCode,
      regionCode,
      householdId,
      caseId,
      id: step.id,
      runId: run.id,
      code: step.code,
      kind: own.kind,
      level: own.level,
      runKind: run.kind,
      runStartedOn: run.startedOn,
      runDueOn: run.dueOn,
      configVersion: run.configVersion,
      position,
      attempt: step.attempt,
      status: step.status,
      startedOn: step.startedOn,
      dueOn: step.dueOn,
      completedOn: step.completedOn,
      outcome: step.outcome,
      actor: step.actor,
      evidence: NO_EVIDENCE,
    };
  });
  await tx.insert(procedureStep, rows);
}

async function updateSteps(
  tx: Transaction,
  { countyCode }: CasePlace,
  run: ProcedureRun,
  steps: readonly ProcedureStep[],
  content: ReadonlyMap<string, StepContent>,
  runChanges: boolean,
): Promise<void> {
  const rows = steps.map((step) => {
    const kept = content.get(step.id);
    return {
      id: step.id,
      status: step.status,
      started_on: step.startedOn,
      due_on: step.dueOn,
      run_due_on: run.dueOn,
      completed_on: step.completedOn,
      outcome: step.outcome,
      actor: step.actor,
      entered_for: kept?.enteredForSealed ?? null,
      entered_at: kept?.enteredAt ?? null,
      note_sealed: kept?.noteSealed ?? null,
      section_sealed: kept?.sectionSealed ?? null,
      extra_sealed: kept?.extraSealed ?? null,
      evidence: kept?.evidence ?? null,
    };
  });
  const beside = runChanges ? sql`WITH run AS (${updateOfRun(countyCode, run)}) ` : sql``;
  await tx.rows(sql`${beside}
    UPDATE ${procedureStep} SET status = c.status, started_on = c.started_on, due_on = c.due_on, run_due_on = c.run_due_on, completed_on = c.completed_on,
      outcome = c.outcome, actor = c.actor, entered_for = coalesce(c.entered_for, procedure_step.entered_for),
      entered_at = coalesce(c.entered_at, procedure_step.entered_at),
      note_sealed = coalesce(c.note_sealed, procedure_step.note_sealed),
      section_sealed = coalesce(c.section_sealed, procedure_step.section_sealed),
      extra_sealed = coalesce(c.extra_sealed, procedure_step.extra_sealed),
      evidence = coalesce(c.evidence, procedure_step.evidence)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, status text, started_on date, due_on date, run_due_on date, completed_on date,
      outcome text, actor text, entered_for text, entered_at timestamptz, note_sealed text, section_sealed text, extra_sealed text, evidence jsonb)
    WHERE procedure_step.county_code = ${countyCode} AND procedure_step.id = c.id`);
}

function updateOfRun(countyCode: string, { id, endedOn, outcome, dueOn }: ProcedureRun): SQL {
  return sql`UPDATE ${procedureRun} SET ended_on = ${endedOn}::date, outcome = ${outcome}, due_on = ${dueOn}::date
    WHERE county_code = ${countyCode} AND id = ${id}::uuid`;
}
