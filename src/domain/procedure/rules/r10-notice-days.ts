import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.js';
import { type Refusal, refuse } from '../../kernel/verdict.js';

/** 公示天数 · Days of a notice: the posting day is not counted. @article 3.2 @example noticeDays(1 March, 6 March) // 5 */
export function noticeDays(opensOn: CalendarDate, closesOn: CalendarDate): number {
  return daysBetween(opensOn, closesOn);
}

/**
 * R10 公示期限 · A notice runs at least the number of days that the procedure sets.
 *
 * @param minimum  days; null where the procedure sets none (then it closes after it opens)
 * @article 3.2
 */
export function noticeLongEnough(opensOn: CalendarDate, closesOn: CalendarDate, minimum: number | null): Refusal[] {
  const days = noticeDays(opensOn, closesOn);
  const path = ['closesOn'];
  if (days < 0)
    return [refuse('DATE_ORDER', `the notice closes on ${closesOn}, before it opens on ${opensOn}`, path, '3.2')];
  const needed = minimum ?? 1;
  if (days >= needed) return [];
  const message = `R10: a notice from ${opensOn} to ${closesOn} runs ${days} day(s), the posting day not counted; it needs ${needed}`;
  return [refuse('NOTICE_TOO_SHORT', message, path, '3.2')];
}
