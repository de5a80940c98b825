import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import type { RegionLevel } from '../kernel/region-code.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { limitDueDate, type TimeLimit } from '../province/time-limit.js';

/** 逾期上提 · From when on an overdue lead stands in the worklist of a level. @article 3.1 */
export interface EscalationStep {
  readonly level: Extract<RegionLevel, 'COUNTY' | 'CITY' | 'PROVINCE'>;
  /** After the last day to verify it. */
  readonly after: TimeLimit;
}

/** Longest time that is looked back over, days; a schedule's spans are days or weeks. */
const LOOK_BACK_DAYS = 400;

/**
 * R05 逾期上提 · The latest deadline of which a lead has risen by a day: one due then or before stands in the worklist of the level.
 *
 * @returns null where none has, or the working days are not known
 * @article 3.1
 * @example escalatedUpTo(date('2023-11-16'), { amount: 1, unit: 'CALENDAR_DAYS' }, holidays) // '2023-11-15'
 */
export function escalatedUpTo(today: CalendarDate, after: TimeLimit, holidays: HolidayCalendar): CalendarDate | null {
  for (let back = 1; back <= LOOK_BACK_DAYS; back += 1) {
    const due = addDays(today, -back);
    const { dueOn } = limitDueDate(due, after, holidays);
    if (dueOn !== null && dueOn <= today) return due;
  }
  return null;
}
