import { type Refusal, refuse } from '../../kernel/verdict.js';
import { instrumentOf, type PlanQuestion } from '../plan-question.js';

/** 适合劳动状况 · An instrument that needs labour is not for a household without. @article 4.2 */
export function fitsLabour({ measures, rules, labour }: PlanQuestion): Refusal[] {
  if (labour.hasLabour) return [];
  return measures.flatMap((measure, index) => {
    if (!instrumentOf(rules, measure.instrument)?.requiresLabour) return [];
    const message = `"${measure.instrument}" needs labour capacity; no member is SKILLED, ORDINARY or WEAK`;
    return [refuse('RULE_VIOLATION', message, ['measures', String(index), 'instrument'], '4.2')];
  });
}
