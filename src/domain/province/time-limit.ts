import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { type DueDate, dueDate } from '../procedure/due-date.js';

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
 * 截止日 · The last day on which something is in time, the first day not counted.
 *
 * @returns null with a reason where working days run past the holiday calendar (see `dueDate`)
 * @article 3.2
 * @example limitDueDate(date('2023-01-31'), { amount: 1, unit: 'MONTHS' }, holidays).dueOn // '2023-02-28'
 */
export function limitDueDate(start: CalendarDate, limit: TimeLimit, holidays: HolidayCalendar): DueDate {
  if (limit.unit === 'MONTHS') return { dueOn: addMonths(start, limit.amount), reason: null };
  return dueDate(start, limit.amount, limit.unit === 'WORKING_DAYS', holidays);
}
