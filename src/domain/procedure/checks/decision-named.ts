import { type Refusal, refuse } from '../../kernel/verdict.js';
import { SECTION_OF_KIND } from './section-matches-kind.js';
import type { StepQuestion } from './step-question.js';

/** 审核审定 · A decision names whoever decided. @article 3.2 */
export function decisionNamed({ act, own }: StepQuestion): Refusal[] {
  const decision = act.decision ?? null;
  if (own === null || SECTION_OF_KIND[own.kind] !== 'decision' || decision === null) return [];
  if (decision.decidedBy.trim() !== '') return [];
  return [refuse('BAD_VALUE', 'say who decided', ['decision', 'decidedBy'], '3.2')];
}
