import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { limitDueDate, type TimeLimit } from '../province/time-limit.js';

/** 消除观察期 · Months after identification within which a cohort is looked at for eliminations. @article 3.3 */
export const ELIMINATION_HORIZONS = [6, 12, 24] as const;
/** 返贫观察期 · Months after elimination within which it is looked at for relapses. @article 3.3 */
export const RELAPSE_HORIZONS = [12, 24] as const;

/**
 * 队列结果 · Of the cases of a cohort, those whose time is over (observed) and what became of them in it (reached). Null while the time of
 * none is over: nobody knows yet, which is another thing than none.
 *
 * @article 3.3
 */
export interface CohortOutcome {
  readonly observed: number;
  readonly reached: number | null;
  readonly rate: number | null;
}

/** 识别队列 · The cases identified in a period, and what became of them. @article 3.2 */
export interface CaseCohortFigures {
  readonly period: CalendarDate;
  readonly cases: number;
  readonly persons: number;
  /** Null where it is not published. */
  readonly supportedWithinLimit: CohortOutcome | null;
  readonly eliminated: ReadonlyMap<number, CohortOutcome>;
  readonly relapsed: ReadonlyMap<number, CohortOutcome> | null;
}

const MILLION = 1_000_000;

/** 队列结果 · From the numbers of those observed and reached. @article 3.3 */
export function cohortOutcome(observed: number, reached: number): CohortOutcome {
  if (observed === 0) return { observed, reached: null, rate: null };
  return { observed, reached, rate: Math.round((reached / observed) * MILLION) / MILLION };
}

/** 观察期是否已满 · Whether the time of every day up to `lastDay` is over on a day: the last day of it has passed. @article 3.3 */
export function isOver(lastDay: CalendarDate, months: number, today: CalendarDate): boolean {
  return addMonths(lastDay, months) < today;
}

/** 帮扶时限 · The limit in force from a day on; null where there is none. @article 4.1 */
export interface LimitFrom {
  readonly from: CalendarDate;
  readonly limit: TimeLimit | null;
}

/**
 * 帮扶截止日 · By which day a household that was identified on a day is to be helped.
 *
 * @param limits  oldest first
 * @returns null where no limit was in force, and where the holidays are not published that far
 * @article 4.1
 */
export function supportDueOn(
  identifiedOn: CalendarDate,
  limits: readonly LimitFrom[],
  holidays: HolidayCalendar,
): CalendarDate | null {
  const limit = limits.filter(({ from }) => from <= identifiedOn).at(-1)?.limit ?? null;
  return limit === null ? null : limitDueDate(identifiedOn, limit, holidays).dueOn;
}
