import { earliestEnd } from '../../domain/income/income-in-window.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { windowMonthsOf } from '../../domain/risk/situation.js';

/** 县的监测线 · The line that a county's incomes are held against, fen; null where none is in force. @article 2.2 */
export interface CountyLine {
  readonly county: string;
  /** The regiments of the Corps inside a county of Xinjiang have the Corps' own rules. */
  readonly corps: boolean;
  readonly line: number | null;
  readonly months: number;
  /** First day on which an income window may end and still serve. */
  readonly from: CalendarDate;
}

/** 当日监测线 · The line of a county's rules on a day. @article 2.2 */
export function lineOf(county: string, corps: boolean, rules: ProvinceRules, on: CalendarDate): CountyLine {
  const months = windowMonthsOf(rules);
  return { county, corps, line: rules.line?.perCapitaIncome ?? null, months, from: earliestEnd(on, months) };
}
