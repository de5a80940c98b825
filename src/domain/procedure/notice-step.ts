import type { ProcedureDefinition, StepDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { currentSteps, stepDefinition } from './step-graph.js';

/**
 * 待公示环节 · The PUBLIC_NOTICE step of a run that waits now, one without a notice first; null where none does.
 *
 * @article 3.2
 */
export function noticeStepOf(run: ProcedureRun, definition: ProcedureDefinition): StepDefinition | null {
  if (run.endedOn !== null) return null;
  const waiting = currentSteps(run).flatMap(({ code, notice }) => {
    const own = stepDefinition(definition, code);
    return own?.kind === 'PUBLIC_NOTICE' ? [{ own, hangs: notice !== null }] : [];
  });
  return (waiting.find(({ hangs }) => !hangs) ?? waiting[0])?.own ?? null;
}
