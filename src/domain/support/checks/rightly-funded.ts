import { type Refusal, refuse } from '../../kernel/verdict.js';
import { instrumentOf, type PlanQuestion } from '../plan-question.js';

/** 资金来源相符 · A measure is paid from a source that its instrument allows; one that lists none allows any. @article 4.1 */
export function rightlyFunded({ measures, rules }: PlanQuestion): Refusal[] {
  return measures.flatMap((measure, index) => {
    const allowed = instrumentOf(rules, measure.instrument)?.fundingSources ?? [];
    if (allowed.length === 0 || allowed.includes(measure.fundingSource)) return [];
    const message = `"${measure.instrument}" is paid from ${allowed.join(' or ')}, not from ${measure.fundingSource}`;
    return [refuse('RULE_VIOLATION', message, ['measures', String(index), 'fundingSource'], '4.1')];
  });
}
