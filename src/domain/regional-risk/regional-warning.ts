import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Department } from '../support/policy-instrument.js';

/** 预警状态 · 已发布、已研判、处置中、已办结, in this order. @article 2.3 */
export const WARNING_STATUSES = ['RAISED', 'STUDIED', 'RESPONDING', 'CLOSED'] as const;
export type WarningStatus = (typeof WARNING_STATUSES)[number];

/** 预警处置 · One entry under a warning: a study, an action with its owner and deadline, or the end. @article 2.3 */
export interface WarningEntry {
  /** From 1. */
  readonly number: number;
  readonly on: CalendarDate;
  readonly status: WarningStatus;
  readonly department: Department | null;
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
}

/** 区域预警 · A warning and all that was done about it. @article 2.3 */
export interface WarningFacts {
  readonly status: WarningStatus;
  readonly raisedOn: CalendarDate;
  readonly entries: readonly WarningEntry[];
}

/** 未完成的处置 · Actions that have an owner and no day done. @article 2.3 */
export function openActions(entries: readonly WarningEntry[]): WarningEntry[] {
  return entries.filter(({ department, doneOn }) => department !== null && doneOn === null);
}
