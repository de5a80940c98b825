import { announcedUntil } from '../../domain/procedure/announced-until.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../../domain/procedure/procedure-run.js';
import type { CasePlace } from './case-facts.js';
import type { procedureStep } from './procedure.table.js';

/** One for all rows, so that it is one parameter. */
const NO_EVIDENCE: readonly unknown[] = [];

/** 环节列值 · The row of a step of a case before anything is entered for it. @article none — technical */
export function stepRow(
  { countyCode, regionCode, householdId, caseId }: CasePlace,
  run: Omit<ProcedureRun, 'steps'>,
  definition: ProcedureDefinition,
  step: ProcedureStep,
): typeof procedureStep.$inferInsert {
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
    announcedUntil: announcedUntil(definition, step),
    outcome: step.outcome,
    actor: step.actor,
    evidence: NO_EVIDENCE,
  };
}
