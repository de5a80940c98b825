import type { CalendarDate } from '../kernel/calendar-date.js';
import { latestDay } from './latest-day.js';
import { waitingStep } from './open-steps.js';
import type { ProcedureRun } from './procedure-run.js';

/**
 * 程序中止 · A run that stops because its case is withdrawn: it ends with no outcome, and no step of it waits any more.
 *
 * What was done stays as it is, and a notice that hangs stays on its step.
 *
 * @param on  the day of the withdrawal; a run that began later ends on its first day
 * @article 3.2
 */
export function stopRun(run: ProcedureRun, on: CalendarDate): ProcedureRun {
  const steps = run.steps.map((step) =>
    step.status === 'CURRENT' ? { ...waitingStep(step.id, step.code, step.attempt), notice: step.notice } : step,
  );
  return { ...run, steps, endedOn: latestDay(run.startedOn, [on]), outcome: null };
}
