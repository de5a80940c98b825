import type { CalendarDate } from '../kernel/calendar-date.js';

/**
 * 是否逾期 · Whether a step was completed after its due day, or waits past it; the due day itself is in time.
 *
 * @article G
 * @example isOverdue({ dueOn: date('2023-03-06'), completedOn: null }, date('2023-03-07')) // true
 */
export function isOverdue(
  step: { readonly dueOn: CalendarDate | null; readonly completedOn: CalendarDate | null },
  today: CalendarDate,
): boolean {
  return step.dueOn !== null && (step.completedOn ?? today) > step.dueOn;
}
