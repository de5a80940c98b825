import type { CalendarDate } from '../kernel/calendar-date.js';
import { decisionDay } from './decision-day.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { hasPassed } from './step-graph.js';

/**
 * 待公告的程序 · A run of which nothing is left but to announce its result, as it stands once that is done; null for any other.
 *
 * What stands against the end of a run is asked when it is decided, before anybody is told.
 *
 * @article G
 */
export function decidedRun(run: ProcedureRun, definition: ProcedureDefinition): ProcedureRun | null {
  if (run.endedOn !== null) return null;
  const left = definition.steps.filter(({ code }) => !hasPassed(run, code));
  if (left.length === 0 || !left.every(({ kind }) => kind === 'RESULT_ANNOUNCEMENT')) return null;
  const endedOn: CalendarDate = decisionDay(run, definition) ?? run.startedOn;
  return { ...run, endedOn, outcome: 'PASSED' };
}
