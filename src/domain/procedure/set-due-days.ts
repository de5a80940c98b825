import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { stoppedDays } from './deadline-stops.js';
import { dueDate } from './due-date.js';
import type { DeadlineStop, ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';
import { stepDefinition } from './step-graph.js';

/**
 * 核定期限 · The run with the last day of each step that waits now, and of the whole run.
 *
 * Told anew after every act, since a notice that goes up or papers that are sent back may stop a count. A step that is
 * done keeps the day that held when it was done.
 *
 * @param definition  the one that the run follows, its `limitStops` and `deadlineStops` resolved
 * @returns steps whose day stays the same are the very objects given
 * @article G
 */
export function setDueDays(
  run: ProcedureRun,
  definition: ProcedureDefinition,
  holidays: HolidayCalendar,
): ProcedureRun {
  const { limitDays, limitInWorkingDays, limitStops = [] } = definition;
  const stoppedFor = (stops: readonly DeadlineStop[]) => (stops.length === 0 ? [] : stoppedDays(run, stops));
  const steps = run.steps.map((step): ProcedureStep => {
    const own = stepDefinition(definition, step.code);
    if (step.status !== 'CURRENT' || step.startedOn === null || own === null) return step;
    const { startedOn } = step;
    // Papers that were sent back are what this step waits for, unless it began by their coming back: then its own days run.
    const stopped = stoppedFor(own.deadlineStops ?? []).filter(
      ({ stop, after }) => stop !== 'RETURN' || after > startedOn,
    );
    const { dueOn } = dueDate(startedOn, own.deadlineDays, own.workingDays, holidays, stopped);
    return dueOn === step.dueOn ? step : { ...step, dueOn };
  });
  const { dueOn } = dueDate(run.startedOn, limitDays, limitInWorkingDays, holidays, stoppedFor(limitStops));
  return { ...run, dueOn, steps };
}

/** 未定期限 · What of a run has no last day: itself, and steps that wait, by their codes. @article G */
export interface Undated {
  readonly dueOn: CalendarDate | null;
  readonly undatedSteps: readonly string[];
}

/**
 * 是否设有期限 · Whether the definition of a run sets a day for anything of it that has none: only then may it be told later.
 *
 * @article G
 */
export function isDeadlineSet({ dueOn, undatedSteps }: Undated, definition: ProcedureDefinition): boolean {
  if (dueOn === null && definition.limitDays !== null) return true;
  return undatedSteps.some((code) => (stepDefinition(definition, code)?.deadlineDays ?? null) !== null);
}
