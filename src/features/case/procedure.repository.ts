import { type SQL, sql } from 'drizzle-orm';
import { announcedUntil } from '../../domain/procedure/announced-until.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../domain/procedure/procedure-run.js';
import type { Transaction } from '../../platform/database/database.js';
import type { CasePlace } from './case-facts.js';
import { procedureRun, procedureStep } from './procedure.table.js';
import { stepRow } from './step-row.js';

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
    tx.insert(
      procedureStep,
      run.steps.map((step) => stepRow(place, run, definition, step)),
    ),
  ]);
}

/** 办理的变化 · A run before and after a decision. */
export interface RunChange {
  readonly place: CasePlace;
  readonly before: ProcedureRun;
  readonly after: ProcedureRun;
  readonly definition: ProcedureDefinition;
  /** Of the steps that the change completed, by step id. */
  readonly content: ReadonlyMap<string, StepContent>;
}

/** 办理的写入 · What decisions write of runs: updates to be sent with the cases' own, and steps that are new. */
export interface RunWrites {
  readonly updates: readonly SQL[];
  readonly added: readonly (typeof procedureStep.$inferInsert)[];
}

/** 办理的写入 · What decisions changed in runs of one county: runs and steps that are otherwise than before, and new attempts. */
export function runWrites(county: string, changes: readonly RunChange[]): RunWrites {
  const compared = changes.map((change) => ({ ...change, ...compareSteps(change) }));
  const changed = compared.flatMap((run) =>
    run.changed.map((step) => updatedStep(step, run, run.content.get(step.id))),
  );
  const moved = changes.flatMap(({ before, after }) =>
    after.endedOn === before.endedOn && after.dueOn === before.dueOn && after.startedOn === before.startedOn
      ? []
      : [after],
  );
  return {
    updates: [
      ...(moved.length > 0 ? [updateOfRuns(county, moved)] : []),
      ...(changed.length > 0 ? [updateOfSteps(county, changed)] : []),
    ],
    added: compared.flatMap((run) => run.added.map((step) => stepRow(run.place, run.after, run.definition, step))),
  };
}

/** 新的环节 · Inserts steps of runs that are there. */
export async function insertSteps(tx: Transaction, steps: RunWrites['added']): Promise<void> {
  const writes: Promise<unknown>[] = [];
  for (let at = 0; at < steps.length; at += STEPS_AT_ONCE)
    writes.push(tx.insert(procedureStep, steps.slice(at, at + STEPS_AT_ONCE)));
  await Promise.all(writes);
}

function compareSteps({ before, after }: RunChange) {
  const known = new Map(before.steps.map((step) => [step.id, step]));
  const moved = after.dueOn !== before.dueOn;
  return {
    changed: after.steps.filter(
      (step) => known.has(step.id) && (known.get(step.id) !== step || (moved && step.status === 'CURRENT')),
    ),
    added: after.steps.filter((step) => !known.has(step.id)),
  };
}

/** A statement takes 65,535 parameters, and a step has 26 values at most. */
const STEPS_AT_ONCE = 1_000;

function updatedStep(
  step: ProcedureStep,
  { after: run, definition }: Pick<RunChange, 'after' | 'definition'>,
  kept: StepContent | undefined,
) {
  return {
    id: step.id,
    status: step.status,
    started_on: step.startedOn,
    due_on: step.dueOn,
    run_due_on: run.dueOn,
    run_started_on: run.startedOn,
    completed_on: step.completedOn,
    announced_until: announcedUntil(definition, step),
    outcome: step.outcome,
    actor: step.actor,
    entered_for: kept?.enteredForSealed ?? null,
    entered_at: kept?.enteredAt ?? null,
    note_sealed: kept?.noteSealed ?? null,
    section_sealed: kept?.sectionSealed ?? null,
    extra_sealed: kept?.extraSealed ?? null,
    evidence: kept?.evidence ?? null,
  };
}

function updateOfSteps(county: string, rows: readonly unknown[]): SQL {
  return sql`
    UPDATE ${procedureStep} SET status = c.status, started_on = c.started_on, due_on = c.due_on, run_due_on = c.run_due_on, run_started_on = c.run_started_on, completed_on = c.completed_on,
      announced_until = c.announced_until,
      outcome = c.outcome, actor = c.actor, entered_for = coalesce(c.entered_for, procedure_step.entered_for),
      entered_at = coalesce(c.entered_at, procedure_step.entered_at),
      note_sealed = coalesce(c.note_sealed, procedure_step.note_sealed),
      section_sealed = coalesce(c.section_sealed, procedure_step.section_sealed),
      extra_sealed = coalesce(c.extra_sealed, procedure_step.extra_sealed),
      evidence = coalesce(c.evidence, procedure_step.evidence)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, status text, started_on date, due_on date, run_due_on date, run_started_on date, completed_on date,
      announced_until date, outcome text, actor text, entered_for text, entered_at timestamptz, note_sealed text, section_sealed text, extra_sealed text, evidence jsonb)
    WHERE procedure_step.county_code = ${county} AND procedure_step.id = c.id`;
}

function updateOfRuns(county: string, runs: readonly ProcedureRun[]): SQL {
  const rows = runs.map(({ id, startedOn, endedOn, dueOn, outcome }) => ({
    id,
    started_on: startedOn,
    ended_on: endedOn,
    due_on: dueOn,
    outcome,
  }));
  return sql`UPDATE ${procedureRun} SET started_on = c.started_on, ended_on = c.ended_on, due_on = c.due_on, outcome = c.outcome
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c(id uuid, started_on date, ended_on date, due_on date, outcome text)
    WHERE procedure_run.county_code = ${county} AND procedure_run.id = c.id`;
}
