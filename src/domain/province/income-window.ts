import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.js';

/** 收入计算期 · Which months income is counted over: up to the day before, up to the end of the last month, or October to September. @article 2.2 */
export const WINDOW_SHAPES = ['MONTHS_BEFORE', 'WHOLE_MONTHS_BEFORE', 'OCTOBER_TO_SEPTEMBER'] as const;
export type WindowShape = (typeof WINDOW_SHAPES)[number];

/**
 * 收入计算期 · The shape of a line's window, for a household that is looked at anew and for one that is monitored already.
 *
 * @article 2.2
 */
export interface IncomeWindow {
  readonly atIdentification: WindowShape;
  readonly whileMonitored: WindowShape;
}

/** 起止日 · First and last day, both inclusive. @article none — technical */
export interface WindowDays {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * 计算期起止 · The days that a window covers when income is asked for on a day.
 *
 * The months before end the day before; whole months end with the last month that is over; October to September is the
 * newest one that is over on the day.
 *
 * @param months  length, at least 1; October to September is twelve whatever is said
 * @article 2.2
 * @example windowDays('OCTOBER_TO_SEPTEMBER', 12, date('2022-09-30')) // 2020-10-01 to 2021-09-30
 */
export function windowDays(shape: WindowShape, months: number, on: CalendarDate): WindowDays {
  if (shape === 'MONTHS_BEFORE') return { from: addMonths(on, -months), to: addDays(on, -1) };
  if (shape === 'WHOLE_MONTHS_BEFORE') {
    const next = `${on.slice(0, 7)}-01` as CalendarDate;
    return { from: addMonths(next, -months), to: addDays(next, -1) };
  }
  const october = `${on.slice(0, 4)}-10-01` as CalendarDate;
  const next = on >= october ? october : addMonths(october, -12);
  return { from: addMonths(next, -12), to: addDays(next, -1) };
}
