import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { latestAttempt } from './step-graph.js';

/**
 * 审定日 · The day of a run's last county decision that passed; the day it ended where it has none; null while it runs.
 *
 * Steps after the decision, such as announcing the result, do not move the day from which a household is monitored.
 *
 * @article 3.2
 */
export function decisionDay(run: ProcedureRun, definition: ProcedureDefinition): CalendarDate | null {
  let day: CalendarDate | null = null;
  for (const own of definition.steps) {
    if (own.kind !== 'COUNTY_DECISION') continue;
    const step = latestAttempt(run, own.code);
    if (step?.outcome === 'PASSED' && step.completedOn !== null && (day === null || step.completedOn > day))
      day = step.completedOn;
  }
  return day ?? run.endedOn;
}
