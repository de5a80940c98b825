import type { DeadlineStop } from '../../domain/procedure/procedure-definition.js';
import type { TimeLimit } from '../../domain/province/time-limit.js';

/** 办理时限 · The deadline of a step or of a whole procedure, which says for what its count stops. @article 3.2 */
export interface Deadline extends TimeLimit {
  /** None: it never stops. Left out: as the province's `deadlineStops` of the day. */
  readonly stopsFor?: readonly DeadlineStop[];
}

/** 计时方式 · For what a count stops. @article 3.2 */
export type Counting = Pick<Deadline, 'stopsFor'>;

/**
 * 自然日 · A limit in calendar days, the first not counted; it takes effect where it is given, e.g. in `step({ deadline })`.
 *
 * @param counting  for deadlines of procedures and steps only
 * @article 3.2
 * @example calendarDays(15)
 */
export function calendarDays(amount: number, counting: Counting = {}): Deadline {
  return { amount, unit: 'CALENDAR_DAYS', ...counting };
}

/**
 * 工作日 · A limit in working days of the Chinese calendar with its make-up days, the first not counted.
 *
 * @param counting  for deadlines of procedures and steps only
 * @article 3.2
 * @example workingDays(20)
 * @example workingDays(20, { stopsFor: ['NOTICE', 'RETURN'] }) // not counted: the days of the notice, the days of a return
 */
export function workingDays(amount: number, counting: Counting = {}): Deadline {
  return { amount, unit: 'WORKING_DAYS', ...counting };
}

/**
 * 月 · A limit in months: to the same day of the month, or its last day. Not for steps and procedures, which count days.
 *
 * @article 3.2
 * @example months(1) // from 31 January to 28 February
 */
export function months(amount: number): TimeLimit {
  return { amount, unit: 'MONTHS' };
}
