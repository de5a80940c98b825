import type { CalendarDate } from '../kernel/calendar-date.js';
import { openStep, waitingStep } from './open-steps.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureStep } from './procedure-run.js';
import { inDefinitionOrder, latestAttempt, stepsAfter } from './step-graph.js';

/** 退回 · What sends a run back. @article 3.2 */
export interface Reopening {
  readonly steps: readonly ProcedureStep[];
  readonly definition: ProcedureDefinition;
  /** Code of the step that the run goes back to. */
  readonly target: string;
  /** The day of the return: the target is current again from it. */
  readonly on: CalendarDate;
  readonly newId: () => string;
}

/**
 * 退回重办 · Opens a step again and, behind it, all that stand after it, as new attempts; what was done stays readable.
 *
 * Steps beside the target, which do not stand after it, keep what they have. A step that was current without anything
 * done waits again as the same attempt; one whose notice hangs is closed as RETURNED, so that the notice stays.
 *
 * @article 3.2
 */
export function reopenSteps({ steps, definition, target, on, newId }: Reopening): ProcedureStep[] {
  const again = new Set([target, ...stepsAfter(definition, target)]);
  const kept: ProcedureStep[] = [];
  for (const step of steps) {
    const isLatest = latestAttempt({ steps }, step.code) === step;
    if (!again.has(step.code) || !isLatest) {
      kept.push(step);
      continue;
    }
    if (step.status === 'DONE') {
      kept.push(step, waitingStep(newId(), step.code, step.attempt + 1));
    } else if (step.notice !== null) {
      kept.push({ ...step, status: 'DONE', completedOn: on, outcome: 'RETURNED' });
      kept.push(waitingStep(newId(), step.code, step.attempt + 1));
    } else {
      kept.push(waitingStep(step.id, step.code, step.attempt));
    }
  }
  const ordered = inDefinitionOrder(definition, kept);
  const first = latestAttempt({ steps: ordered }, target);
  if (first === null) return ordered;
  return ordered.map((step) => (step === first ? openStep(step, on) : step));
}
