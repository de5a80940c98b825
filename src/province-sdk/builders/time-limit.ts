import type { TimeLimit } from '../../domain/province/time-limit.js';

/** 自然日 · A limit in calendar days, the first not counted. @article 3.2 */
export function calendarDays(amount: number): TimeLimit {
  return { amount, unit: 'CALENDAR_DAYS' };
}

/** 工作日 · A limit in working days of the Chinese calendar, the first not counted. @article 3.2 */
export function workingDays(amount: number): TimeLimit {
  return { amount, unit: 'WORKING_DAYS' };
}

/** 月 · A limit in months: to the same day of the month, or its last day. @article 3.2 */
export function months(amount: number): TimeLimit {
  return { amount, unit: 'MONTHS' };
}
