import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import type { Reason } from '../kernel/verdict.js';
import { addWorkingDays, type HolidayCalendar } from '../kernel/working-days.js';
import type { ProcedureDefinition } from './procedure-definition.js';

/** 办理期限 · The last day on which something is in time; null where there is no deadline or it cannot be told. */
export interface DueDate {
  readonly dueOn: CalendarDate | null;
  /** Why a deadline that exists cannot be told; null otherwise. */
  readonly reason: Reason | null;
}

/**
 * 期限届满日 · The last day of a deadline of so many days; the first day is not counted.
 *
 * Working days that run into a year whose holidays have not been announced are not guessed: the day is null, with the
 * reason, and can be told once the calendar covers the year. A calendar deadline that ends on a day off is not moved:
 * no text of the policy says so.
 *
 * @param days  null for no deadline
 * @article G
 * @example dueDate(date('2023-03-01'), 5, false, holidays).dueOn // '2023-03-06'
 */
export function dueDate(
  startedOn: CalendarDate,
  days: number | null,
  workingDays: boolean,
  holidays: HolidayCalendar,
): DueDate {
  if (days === null) return { dueOn: null, reason: null };
  if (!workingDays) return { dueOn: addDays(startedOn, days), reason: null };
  const count = addWorkingDays(startedOn, days, holidays);
  if (count.day !== null) return { dueOn: count.day, reason: null };
  const message =
    `${days} working days from ${startedOn} run into ${count.uncoveredYear}, whose holidays the calendar does not ` +
    `cover; the deadline can be told once they are entered`;
  const evidence = { startedOn, days, uncoveredYear: count.uncoveredYear };
  return { dueOn: null, reason: { code: 'holidays-not-announced', message, article: 'G', evidence } };
}

/**
 * 程序总期限 · The last day on which a whole run is in time.
 *
 * @article G
 */
export function runDueDate(
  startedOn: CalendarDate,
  definition: Pick<ProcedureDefinition, 'limitDays' | 'limitInWorkingDays'>,
  holidays: HolidayCalendar,
): DueDate {
  return dueDate(startedOn, definition.limitDays, definition.limitInWorkingDays, holidays);
}
