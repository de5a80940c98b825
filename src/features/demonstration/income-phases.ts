import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';

/** 收入阶段 · How a household stood when a window ended. */
export type IncomePhase = 'USUAL' | 'DIFFICULT' | 'SUPPORTED' | 'RECOVERED';

/** 档案时日 · Days of a case between which income changes. */
export interface CaseDays {
  readonly openedOn: CalendarDate;
  readonly identifiedOn: CalendarDate | null;
  /** First day of the time that elimination looks at; null where none was asked for. */
  readonly recoveredFrom: CalendarDate | null;
}

/** Days before a case is opened from which its difficulty shows in the windows that end. */
const SHOWS_BEFORE = 100;

/**
 * 收入阶段 · How the household stood on a day, by its cases, the last one that had begun to show counting.
 *
 * @param cases  oldest first
 * @article none — calibration
 */
export function phaseOn(cases: readonly CaseDays[], day: CalendarDate): IncomePhase {
  const last = cases.findLast(({ openedOn }) => day >= addDays(openedOn, -SHOWS_BEFORE));
  if (last === undefined) return 'USUAL';
  if (last.recoveredFrom !== null && day >= last.recoveredFrom) return 'RECOVERED';
  return last.identifiedOn !== null && day >= last.identifiedOn ? 'SUPPORTED' : 'DIFFICULT';
}
