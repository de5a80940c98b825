import type { IncomeRecord } from '../income/income-record.js';
import { validateIncomeInput } from '../income/validate-income-input.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { ProvinceRules } from '../province/province-rules.js';
import { INCOME_AMOUNTS, RIGID_AMOUNTS } from '../income/income-amounts.js';
import { type IncomeCorrection, inSet } from './correction.js';

/** Longest window where no line says how long it is. */
const YEAR_MONTHS = 12;

/** 更正后的收入 · The record before and after, and all records with it in its place, the newest first. @article 2.1 */
export type IncomeCorrected =
  | { readonly refusals: readonly Refusal[] }
  | { readonly before: IncomeRecord; readonly after: IncomeRecord; readonly records: readonly IncomeRecord[] };

/**
 * 更正收入 · Puts one recorded window right; amounts that are not said stay. What it comes to is held to what any record is.
 *
 * @article 2.1
 */
export function correctedIncome(
  records: readonly IncomeRecord[],
  said: IncomeCorrection,
  rules: Pick<ProvinceRules, 'line'>,
  today: CalendarDate,
): IncomeCorrected {
  const before = records.find(({ from, to }) => from === said.from && to === said.to);
  if (before === undefined) {
    const message = `no income is recorded from ${said.from} to ${said.to}; a window that is missing is recorded, not corrected`;
    return { refusals: [refuse('BAD_VALUE', message, inSet('income'), '2.1')] };
  }
  const amounts = <Name extends keyof IncomeCorrection>(names: readonly Name[]) =>
    Object.fromEntries(names.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name] as Fen]])));
  const after: IncomeRecord = {
    ...before,
    ...amounts(INCOME_AMOUNTS),
    rigid: { ...before.rigid, ...amounts(RIGID_AMOUNTS) },
    ...(said.window ?? {}),
    heads: said.heads ?? before.heads,
    ...(said.source === undefined ? {} : { source: said.source }),
  };
  const others = records.filter((record) => record !== before);
  const windowMonths = rules.line?.windowMonths ?? YEAR_MONTHS;
  const refusals = validateIncomeInput(after, { today, existing: others, windowMonths, path: inSet('income') });
  if (JSON.stringify(after) === JSON.stringify(before))
    refusals.push(refuse('BAD_VALUE', 'the record says that already', inSet('income'), '2.1'));
  if (refusals.length > 0) return { refusals };
  const sorted = [...others, after].sort((a, b) => newestFirst(a.to, b.to) || newestFirst(a.from, b.from));
  return { before, after, records: sorted };
}

function newestFirst(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a > b ? -1 : 1;
}
