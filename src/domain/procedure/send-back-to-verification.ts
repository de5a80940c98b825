import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { reopenSteps } from './reopen-steps.js';
import { setDueDays } from './set-due-days.js';
import { stepDefinition, stepsBefore } from './step-graph.js';

/** 异议成立 · An upheld objection and the run that it sends back. @article 3.2 */
export interface UpheldObjection {
  readonly run: ProcedureRun;
  readonly definition: ProcedureDefinition;
  /** Code of the PUBLIC_NOTICE step that was objected to. */
  readonly notice: string;
  /** The day the objection was upheld. */
  readonly on: CalendarDate;
  readonly newId: () => string;
  readonly holidays: HolidayCalendar;
}

/**
 * 异议成立退回核实 · Sends a run back to the verification that stands nearest before the notice objected to.
 *
 * A procedure with no verification before its notice (support may have none) goes back to the first step that leads to
 * the notice, or begins the notice again where nothing leads to it. The notice stays readable, closed as RETURNED.
 *
 * @article 3.2
 */
export function sendBackToVerification({
  run,
  definition,
  notice,
  on,
  newId,
  holidays,
}: UpheldObjection): ProcedureRun {
  const leading = stepsBefore(definition, notice);
  const isVerification = (code: string): boolean => stepDefinition(definition, code)?.kind === 'HOUSEHOLD_VERIFICATION';
  const isFirst = (code: string): boolean => stepDefinition(definition, code)?.after.length === 0;
  const target = leading.findLast(isVerification) ?? leading.find(isFirst) ?? notice;
  const steps = reopenSteps({ steps: run.steps, definition, target, on, newId });
  return setDueDays({ ...run, steps }, definition, holidays);
}
