import type { CalendarDate } from '../kernel/calendar-date.js';
import { latestDay } from './latest-day.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureStep } from './procedure-run.js';
import { hasPassed, latestAttempt, stepDefinition } from './step-graph.js';

/** 新的一次办理 · An attempt at a step that waits for those before it. @article 3.2 */
export function waitingStep(id: string, code: string, attempt: number): ProcedureStep {
  return {
    id,
    code,
    attempt,
    status: 'WAITING',
    startedOn: null,
    dueOn: null,
    completedOn: null,
    outcome: null,
    actor: null,
    enteredFor: null,
    notice: null,
  };
}

/** 转为待办 · A step that waits now, from the day its predecessors happened; `setDueDays` tells its last day. @article 3.2 */
export function openStep(step: ProcedureStep, startedOn: CalendarDate): ProcedureStep {
  return { ...step, status: 'CURRENT', startedOn, dueOn: null };
}

/**
 * 推进程序 · Opens every waiting step whose predecessors have all passed; it becomes current on the latest of their days.
 *
 * @param notBefore  the day of the run's start, for steps with no predecessor
 * @article 3.2
 */
export function openWaitingSteps(
  steps: readonly ProcedureStep[],
  definition: ProcedureDefinition,
  notBefore: CalendarDate,
): ProcedureStep[] {
  return steps.map((step) => {
    const own = stepDefinition(definition, step.code);
    if (step.status !== 'WAITING' || own === null) return step;
    if (!own.after.every((code) => hasPassed({ steps }, code))) return step;
    const days = own.after.map((code) => latestAttempt({ steps }, code)?.completedOn ?? notBefore);
    return openStep(step, latestDay(notBefore, days));
  });
}
