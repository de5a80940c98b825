import type { CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { latestDay } from './latest-day.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';
import { setDueDays } from './set-due-days.js';
import { latestAttempt, stepDefinition } from './step-graph.js';

/** 环节日期更正 · Which attempt at a step happened on another day than was entered. @article 3.2 */
export interface StepDay {
  readonly code: string;
  readonly attempt: number;
  readonly on: CalendarDate;
}

/**
 * 更正环节日期之后 · The run with one attempt on another day, with no check: what began by it begins on that day, its last day is
 * told anew, done or not, and the run ends when its last step does.
 *
 * @article 3.2
 */
export function withStepDay(
  run: ProcedureRun,
  definition: ProcedureDefinition,
  { code, attempt, on }: StepDay,
  holidays: HolidayCalendar,
): ProcedureRun {
  const step = run.steps.find((one) => one.code === code && one.attempt === attempt);
  const was = step?.completedOn ?? null;
  if (step === undefined || was === null) return run;
  const steps = run.steps.map((one) => (one === step ? { ...one, completedOn: on } : one));
  const startOf = (one: ProcedureStep): CalendarDate | null => {
    if (one.id === step.id || one.startedOn !== was) return null;
    const after = stepDefinition(definition, one.code)?.after ?? [];
    if (after.includes(code) && step.outcome === 'PASSED')
      return latestDay(
        run.startedOn,
        after.map((before) => latestAttempt({ steps }, before)?.completedOn ?? run.startedOn),
      );
    return step.outcome === 'RETURNED' && one.attempt > 1 ? on : null;
  };
  const begun = new Map(steps.flatMap((one) => (startOf(one) === null ? [] : [[one.id, startOf(one)!] as const])));
  const moved = steps.map((one) => (begun.has(one.id) ? { ...one, startedOn: begun.get(one.id)! } : one));
  return withEnd(run, step, withDueDays({ ...run, steps: moved }, new Set(begun.keys()), definition, holidays), on);
}

/** The last days of what waits, and of what was done since and began on another day. */
function withDueDays(
  run: ProcedureRun,
  begun: ReadonlySet<string>,
  definition: ProcedureDefinition,
  holidays: HolidayCalendar,
): ProcedureRun {
  const asked = run.steps.map((one) => (begun.has(one.id) ? { ...one, status: 'CURRENT' as const } : one));
  const dated = setDueDays({ ...run, steps: asked }, definition, holidays);
  const steps = run.steps.map((one, place) => {
    const dueOn = dated.steps[place]?.dueOn ?? null;
    return dueOn === one.dueOn ? one : { ...one, dueOn };
  });
  return { ...run, steps, dueOn: run.endedOn === null ? dated.dueOn : run.dueOn };
}

function withEnd(before: ProcedureRun, step: ProcedureStep, run: ProcedureRun, on: CalendarDate): ProcedureRun {
  if (before.endedOn === null) return run;
  if (before.outcome !== 'PASSED') return step.outcome === before.outcome ? { ...run, endedOn: on } : run;
  const codes = [...new Set(run.steps.map(({ code }) => code))];
  const days = codes.flatMap((code) => latestAttempt(run, code)?.completedOn ?? []);
  return { ...run, endedOn: latestDay(run.startedOn, days) };
}

/**
 * 更正启动日期之后 · The run as it would be had it begun on another day; what began with it begins on that day.
 *
 * @article 3.2
 */
export function withStartDay(
  run: ProcedureRun,
  definition: ProcedureDefinition,
  on: CalendarDate,
  holidays: HolidayCalendar,
): ProcedureRun {
  const begun = new Set(
    run.steps
      .filter(
        (one) => one.startedOn === run.startedOn && (stepDefinition(definition, one.code)?.after ?? []).length === 0,
      )
      .map(({ id }) => id),
  );
  const steps = run.steps.map((one) => (begun.has(one.id) ? { ...one, startedOn: on } : { ...one }));
  const dated = withDueDays({ ...run, startedOn: on, steps }, begun, definition, holidays);
  const { dueOn } = setDueDays({ ...run, startedOn: on, steps }, definition, holidays);
  return { ...dated, dueOn };
}
