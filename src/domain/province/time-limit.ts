import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.js';

/** 期限单位 · 自然日、工作日、月. @article none — technical */
export const TIME_UNITS = ['CALENDAR_DAYS', 'WORKING_DAYS', 'MONTHS'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** 期限 · A span within which something must be done. @article 3.2 */
export interface TimeLimit {
  /** At least 1. */
  readonly amount: number;
  readonly unit: TimeUnit;
}

/**
 * 截止日 · The last day of a limit, the first day not counted.
 *
 * @param addWorkingDays  the holiday calendar as a function of (day, working days)
 * @article 3.2
 * @example endOfLimit(date('2023-01-31'), { amount: 1, unit: 'MONTHS' }, addWorkingDays) // '2023-02-28'
 */
export function endOfLimit(
  start: CalendarDate,
  limit: TimeLimit,
  addWorkingDays: (from: CalendarDate, days: number) => CalendarDate,
): CalendarDate {
  if (limit.unit === 'MONTHS') return addMonths(start, limit.amount);
  return limit.unit === 'WORKING_DAYS' ? addWorkingDays(start, limit.amount) : addDays(start, limit.amount);
}
