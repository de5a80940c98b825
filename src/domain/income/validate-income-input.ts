import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import { type Fen, formatYuan } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { INCOME_AMOUNTS, RIGID_AMOUNTS } from './income-amounts.js';
import type { IncomeRecord } from './income-record.js';

/** 录入环境 · What an income record is checked against. @article none — technical */
export interface IncomeInputContext {
  readonly today: CalendarDate;
  /** Windows in force of the same household; a record for one of them is a correction, not a new record. */
  readonly existing: readonly Pick<IncomeRecord, 'from' | 'to'>[];
  /** Longest window that a line can be held against, months. */
  readonly windowMonths: number;
  /** Path of the record in the mutation's input, e.g. `['income']` or `['incomes', '0']`. */
  readonly path: readonly string[];
}

/**
 * 收入录入校验 · Every reason why an income record cannot be written; empty where it can.
 *
 * Windows may overlap; the same window twice is a correction and is refused here. Every amount is zero or more: a loss
 * shows as business expenses above business income.
 *
 * @article 2.1
 */
export function validateIncomeInput(income: IncomeRecord, context: IncomeInputContext): Refusal[] {
  return [...checkWindow(income, context), ...checkAmounts(income, context.path), ...checkHeads(income, context.path)];
}

function checkWindow({ from, to }: IncomeRecord, context: IncomeInputContext): Refusal[] {
  const path = [...context.path, 'to'];
  const refusals: Refusal[] = [];
  if (to < from) {
    refusals.push(refuse('DATE_ORDER', `the income window ends on ${to}, before it begins on ${from}`, path));
  } else if (to > addMonths(from, context.windowMonths)) {
    const message = `the income window ${from} to ${to} is longer than ${context.windowMonths} months, the most that a line counts over`;
    refusals.push(refuse('BAD_VALUE', message, path, '2.2'));
  }
  if (to > context.today) {
    const message = `the income window ends on ${to}, after today (${context.today}): income is recorded once it was earned`;
    refusals.push(refuse('DATE_IN_FUTURE', message, path));
  }
  if (context.existing.some((window) => window.from === from && window.to === to)) {
    const message = `income from ${from} to ${to} is recorded already; correct that record instead`;
    refusals.push(refuse('DUPLICATE', message, context.path));
  }
  return refusals;
}

function checkAmounts(income: IncomeRecord, path: readonly string[]): Refusal[] {
  const named: [string, Fen][] = [
    ...INCOME_AMOUNTS.map((name): [string, Fen] => [name, income[name]]),
    ...RIGID_AMOUNTS.map((name): [string, Fen] => [name, income.rigid[name]]),
  ];
  return named
    .filter(([, amount]) => amount < 0)
    .map(([name, amount]) =>
      refuse('BAD_VALUE', `${name} is ${formatYuan(amount)} yuan; it cannot be negative`, [...path, name]),
    );
}

function checkHeads({ heads }: IncomeRecord, path: readonly string[]): Refusal[] {
  if (Number.isInteger(heads) && heads >= 1) return [];
  return [refuse('BAD_VALUE', `income a head needs at least one member; found ${heads}`, path, '2.1')];
}
