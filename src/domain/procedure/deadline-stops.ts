import type { CalendarDate } from '../kernel/calendar-date.js';
import type { DeadlineStop } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';

/** 中止的日子 · Days that a deadline does not count. @article G */
export interface StoppedDays {
  /** The day after which the count stands still; it is counted itself. */
  readonly after: CalendarDate;
  /** The last day that is not counted; null while it lasts. */
  readonly until: CalendarDate | null;
  readonly stop: DeadlineStop;
}

/**
 * 期限中止 · The days of a run on which a deadline that stops for these does not count.
 *
 * While a notice is out: the days of the notice, the posting day not among them, to its closing day or the day on which
 * it was taken down. While papers are returned: from the day after the return to the day on which the step that sent
 * them back is current again; open while it waits.
 *
 * @article G
 * @example stoppedDays(run, ['NOTICE']) // [{ after: '2023-03-05', until: '2023-03-10', stop: 'NOTICE' }]
 */
export function stoppedDays(run: Pick<ProcedureRun, 'steps'>, stops: readonly DeadlineStop[]): StoppedDays[] {
  return run.steps.flatMap((step) => [
    ...(stops.includes('NOTICE') ? whileOut(step) : []),
    ...(stops.includes('RETURN') ? whileReturned(step, run.steps) : []),
  ]);
}

function whileOut({ notice, completedOn }: ProcedureStep): StoppedDays[] {
  if (notice === null) return [];
  const { opensOn, closesOn } = notice;
  const until = completedOn !== null && completedOn < closesOn ? completedOn : closesOn;
  return [{ after: opensOn, until, stop: 'NOTICE' }];
}

function whileReturned(
  { code, attempt, outcome, completedOn }: ProcedureStep,
  steps: ProcedureRun['steps'],
): StoppedDays[] {
  if (outcome !== 'RETURNED' || completedOn === null) return [];
  const again = steps.find((other) => other.code === code && other.attempt === attempt + 1);
  return [{ after: completedOn, until: again?.startedOn ?? null, stop: 'RETURN' }];
}
