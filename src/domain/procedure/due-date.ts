import { addDays, type CalendarDate, yearOf } from '../kernel/calendar-date.js';
import type { Reason } from '../kernel/verdict.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import type { StoppedDays } from './deadline-stops.js';

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
 * reason, and can be told once the calendar covers the year; so is a count that stands still until papers come back. A
 * calendar deadline that ends on a day off is not moved: no text of the policy says so.
 *
 * @param days  null for no deadline
 * @param stopped  days that are not counted (see `stoppedDays`); none where the count does not stop
 * @article G
 * @example dueDate(date('2023-03-01'), 5, false, holidays).dueOn // '2023-03-06'
 */
export function dueDate(
  startedOn: CalendarDate,
  days: number | null,
  workingDays: boolean,
  holidays: HolidayCalendar,
  stopped: readonly StoppedDays[] = [],
): DueDate {
  if (days === null) return { dueOn: null, reason: null };
  if (!workingDays && stopped.length === 0) return { dueOn: addDays(startedOn, days), reason: null };
  let day = startedOn;
  let left = days;
  while (left > 0) {
    day = addDays(day, 1);
    const stop = stopped.find(({ after, until }) => after < day && (until === null || day <= until));
    if (stop?.until === null) return standsStill(startedOn, days, left, stop);
    if (stop !== undefined) {
      day = stop.until;
      continue;
    }
    if (workingDays && !holidays.coversYear(yearOf(day))) return notAnnounced(startedOn, days, yearOf(day));
    if (!workingDays || holidays.isWorkingDay(day)) left -= 1;
  }
  return { dueOn: day, reason: null };
}

function notAnnounced(startedOn: CalendarDate, days: number, uncoveredYear: number): DueDate {
  const message =
    `${days} working days from ${startedOn} run into ${uncoveredYear}, whose holidays the calendar does not ` +
    `cover; the deadline can be told once they are entered`;
  const evidence = { startedOn, days, uncoveredYear };
  return { dueOn: null, reason: { code: 'holidays-not-announced', message, article: 'G', evidence } };
}

function standsStill(startedOn: CalendarDate, days: number, left: number, { after, stop }: StoppedDays): DueDate {
  const message =
    `the count of ${days} days from ${startedOn} stands still after ${after}, with ${left} left; the deadline can be ` +
    'told once the papers have come back';
  const evidence = { startedOn, days, left, after, stop };
  return { dueOn: null, reason: { code: 'count-stopped', message, article: 'G', evidence } };
}
