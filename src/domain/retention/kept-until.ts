import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import type { ClosingReason } from './closing-reason.js';

/** 保存期限的起算 · What the time of keeping is counted from. */
export interface KeepingFacts {
  readonly reason: ClosingReason;
  /** Day from which the record is closed. */
  readonly closedOn: CalendarDate;
  /** Last day on which anything was decided or recorded of the household: the end of its last case, or its entry. */
  readonly lastOn: CalendarDate;
}

/**
 * 保存期限 · The day from which the personal data of a record is no longer to be kept: so many months after the record was closed, or,
 * where the household asks for it, after the last thing that was decided on it.
 *
 * @param months  the province's time of keeping in force on the day of the closing; null where no rule sets one
 * @returns null where no rule sets a time: it is kept
 * @article 5.3
 * @example keptUntil({ reason: 'DIED_OUT', closedOn: date('2023-11-30'), lastOn: date('2022-03-01') }, 120) // '2033-11-30'
 */
export function keptUntil({ reason, closedOn, lastOn }: KeepingFacts, months: number | null): CalendarDate | null {
  if (months === null) return null;
  return addMonths(reason === 'ON_REQUEST' ? lastOn : closedOn, months);
}
