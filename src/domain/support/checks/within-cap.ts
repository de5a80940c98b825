import { formatYuan } from '../../kernel/money.js';
import { type Refusal, refuse } from '../../kernel/verdict.js';
import { instrumentOf, type PlanQuestion } from '../plan-question.js';

/** 预算不超限 · A budget is no less than nothing and no more than the instrument's cap. @article 4.1 */
export function withinCap({ measures, rules }: PlanQuestion): Refusal[] {
  return measures.flatMap((measure, index) => {
    const budget = measure.budget ?? null;
    if (budget === null) return [];
    const path = ['measures', String(index), 'budget'];
    if (budget < 0) return [refuse('BAD_VALUE', `a budget is not ${formatYuan(budget)} yuan`, path, '4.1')];
    const cap = instrumentOf(rules, measure.instrument)?.cap ?? null;
    if (cap === null || budget <= cap) return [];
    const message = `${formatYuan(budget)} yuan is over the cap of "${measure.instrument}", ${formatYuan(cap)} yuan`;
    return [refuse('RULE_VIOLATION', message, path, '4.1')];
  });
}
