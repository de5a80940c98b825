import type { CalendarDate } from '../kernel/calendar-date.js';

/**
 * 评判之日 · The day that a period is judged on: its last, or today while that is still to come. A deadline that has not come is no failure.
 *
 * @article 5.3
 * @example judgementDay(date('2023-12-31'), date('2023-11-30')) // '2023-11-30'
 */
export function judgementDay(lastDay: CalendarDate, today: CalendarDate): CalendarDate {
  return lastDay < today ? lastDay : today;
}

/** 帮扶时间 · By when a household was to be helped, and when it was. @article 4.1 */
export interface SupportDays {
  /** Null where no limit holds. */
  readonly dueOn: CalendarDate | null;
  /** Null while nothing was delivered. */
  readonly supportedOn: CalendarDate | null;
}

/**
 * R14 帮扶及时 · Whether a household was first helped within the limit, as of the day that its period is judged on.
 *
 * @returns null where nothing can be said: no limit holds, or it runs on and nobody was helped yet
 * @article 4.1
 * @example judgeSupport({ dueOn: date('2023-03-01'), supportedOn: null }, date('2023-03-01')) // null
 */
export function judgeSupport({ dueOn, supportedOn }: SupportDays, lastDay: CalendarDate): boolean | null {
  if (dueOn === null || (supportedOn === null && dueOn >= lastDay)) return null;
  return supportedOn !== null && supportedOn <= dueOn;
}

/**
 * R08 公示合规 · Whether a notice was up for as many days as the rules of its procedure ask.
 *
 * @param days  that it was up; its first day is not counted
 * @param leastDays  null where the rules ask for none
 * @returns null where the rules ask for none
 * @article 3.2
 * @example judgeNotice(4, 5) // false
 */
export function judgeNotice(days: number, leastDays: number | null): boolean | null {
  return leastDays === null ? null : days >= leastDays;
}
