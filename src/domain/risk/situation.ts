import type { GuaranteeCheck } from '../guarantee/guarantee-check.js';
import { guaranteesOn } from '../guarantee/guarantees-on.js';
import type { HouseholdFacts } from '../household/household-facts.js';
import { incomeBefore, incomeInWindow } from '../income/income-in-window.js';
import type { IncomeRecord } from '../income/income-record.js';
import { perCapita } from '../income/net-income.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProvinceRules } from '../province/province-rules.js';
import type { Finding } from './finding.js';
import type { RiskGroup } from './risk-type.js';

/** Where no line is in force, incomes are still read over a year, the window of every line seen. */
const WINDOW_MONTHS_WITHOUT_LINE = 12;

/** 评估情形 · What the assessment rules look at: the facts of a day, chosen once for all of them. @article 2.1 */
export interface Situation {
  readonly on: CalendarDate;
  readonly facts: HouseholdFacts;
  readonly rules: ProvinceRules;
  /** Null where no record serves the day. */
  readonly income: IncomeRecord | null;
  readonly incomeBefore: IncomeRecord | null;
  readonly guarantees: GuaranteeCheck | null;
}

/** 评估规则 · One rule of the assessment. @article 2.1 */
export type AssessmentRule = (situation: Situation) => readonly Finding[];

/** 收入窗口 · Months over which incomes are read: those of the line, or a year where none is in force. @article 2.2 */
export function windowMonthsOf({ line }: Pick<ProvinceRules, 'line'>): number {
  return line?.windowMonths ?? WINDOW_MONTHS_WITHOUT_LINE;
}

/** 取当日情形 · Chooses the income records and the guarantee check that tell of a day. @article 2.1 */
export function situationOn(facts: HouseholdFacts, rules: ProvinceRules, on: CalendarDate): Situation {
  const windowMonths = windowMonthsOf(rules);
  const income = incomeInWindow(facts.incomes, on, windowMonths);
  return {
    on,
    facts,
    rules,
    income,
    incomeBefore: income === null ? null : incomeBefore(facts.incomes, income, windowMonths),
    guarantees: guaranteesOn(facts.guarantees, on),
  };
}

/** 收入低于监测线 · Whether net income a head is under the line; null where income or line is missing. @article 2.2 */
export function isUnderLine({ income, rules: { line } }: Situation): boolean | null {
  return income === null || line === null ? null : perCapita(income) < line.perCapitaIncome;
}

/** 对应风险类型 · The province's first risk type of a national group; null where it has none. @article 4.2 */
export function riskTypeOf(rules: ProvinceRules, group: RiskGroup): string | null {
  return rules.riskTypes.find((type) => type.group === group)?.code ?? null;
}
