import type { CalendarDate } from '../kernel/calendar-date.js';

/** 线索状态 · 待核实、属实、不属实、重复. @article 3.1 */
export const LEAD_STATUSES = ['OPEN', 'CONFIRMED', 'DISMISSED', 'DUPLICATE'] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** 线索 · What the rules need to know of a lead. @article 3.1 */
export interface LeadFacts {
  readonly id: string;
  readonly status: LeadStatus;
  readonly reportedOn: CalendarDate;
  readonly dueOn: CalendarDate;
}
