import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import type { Reason } from '../kernel/verdict.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { limitDueDate, type TimeLimit } from '../province/time-limit.js';
import type { LeadFacts } from './lead.js';

/** 线索核实期限 · The last day on which verification is in time, and why it is not the exact one, if so. @article 3.1 */
export interface LeadDue {
  readonly dueOn: CalendarDate;
  readonly reason: Reason | null;
}

/**
 * R05 线索核实期限 · Every lead has a deadline, from the day it was reported.
 *
 * Working days that run into a year whose holidays are not known are counted as calendar days: early, never late, and
 * the reason says so. A step's deadline is left open there instead; a lead must have one.
 *
 * @article 3.1
 */
export function leadDueOn(reportedOn: CalendarDate, limit: TimeLimit, holidays: HolidayCalendar): LeadDue {
  const { dueOn, reason } = limitDueDate(reportedOn, limit, holidays);
  return { dueOn: dueOn ?? addDays(reportedOn, limit.amount), reason };
}

/** R05 线索逾期 · Whether a lead still waits for verification after its deadline. @article 3.1 */
export function isLeadOverdue(lead: Pick<LeadFacts, 'status' | 'dueOn'>, on: CalendarDate): boolean {
  return lead.status === 'OPEN' && on > lead.dueOn;
}
