import { type CalendarDate, daysBetween } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { type TimeLimit, limitDueDate } from '../province/time-limit.js';

/**
 * 发现日 · The day from which the identification of a household counts: the earliest on which a lead that its case follows was
 * reported, and no later than the case was opened.
 *
 * @article 3.2
 * @example foundOn(date('2023-03-07'), [date('2023-03-06')]) // '2023-03-06'
 */
export function foundOn(openedOn: CalendarDate, reportedOn: readonly CalendarDate[]): CalendarDate {
  return [openedOn, ...reportedOn].reduce((first, day) => (day < first ? day : first));
}

/**
 * 识别期限 · The last day on which the county's decision on a household is in time; told by the rules of the day it was found, and
 * kept: later rules make no case late.
 *
 * @param limit  the province's `identificationLimit`; null where no rule sets one
 * @returns null for no limit, and where the holidays that it needs are not announced
 * @article 3.2
 */
export function identificationDue(
  found: CalendarDate,
  limit: TimeLimit | null,
  holidays: HolidayCalendar,
): CalendarDate | null {
  return limit === null ? null : limitDueDate(found, limit, holidays).dueOn;
}

/** 识别期限的依据 · What is known of the last day of an identification under way. @article 3.2 */
export interface KnownDue {
  /** As it stands; null where it could not be told, or nobody was to be told one. */
  readonly known: CalendarDate | null;
  readonly openedOn: CalendarDate;
  /** The earliest day on which a lead of the case was reported, one that joined it later included; null for none. */
  readonly firstReportedOn: CalendarDate | null;
}

/**
 * 识别期限的补定 · The last day of an identification under way by what is known now: told once the calendar tells it, and moved forward
 * where a lead joined the case that was reported before it was opened, since the household had been found by then. It never
 * moves back.
 *
 * @param limitOn  the limit of a day, by the configuration that the case was opened under: later rules make no case late
 * @article 3.2
 */
export function identificationDueNow(
  { known, openedOn, firstReportedOn }: KnownDue,
  limitOn: (found: CalendarDate) => TimeLimit | null,
  holidays: HolidayCalendar,
): CalendarDate | null {
  const found = foundOn(openedOn, firstReportedOn === null ? [] : [firstReportedOn]);
  if (known !== null && found === openedOn) return known;
  const told = identificationDue(found, limitOn(found), holidays);
  return known === null || (told !== null && told < known) ? told : known;
}

/**
 * 逾期天数 · Calendar days from the last day of a deadline to the day something was done, or to today while it waits; 0 in time.
 *
 * What was done late stays marked, by as many days; what waits grows later by one a day.
 *
 * @returns null where there is no deadline
 * @article G
 * @example daysLate({ dueOn: date('2023-03-21'), doneOn: date('2023-03-23') }, today) // 2
 */
export function daysLate(
  { dueOn, doneOn }: { readonly dueOn: CalendarDate | null; readonly doneOn: CalendarDate | null },
  today: CalendarDate,
): number | null {
  return dueOn === null ? null : Math.max(0, daysBetween(dueOn, doneOn ?? today));
}
