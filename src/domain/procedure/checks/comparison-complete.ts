import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

/** 信息比对 · A comparison that passes says which departments were asked. @article 3.2 */
export function comparisonComplete({ act, own }: StepQuestion): Refusal[] {
  const comparison = act.comparison ?? null;
  if (own?.kind !== 'DATA_COMPARISON' || comparison === null || act.outcome !== 'PASSED') return [];
  if (comparison.departments.length > 0) return [];
  return [refuse('BAD_VALUE', 'name the departments that were asked', ['comparison', 'departments'], '3.2')];
}
