import { type Refusal, refuse } from '../../kernel/verdict.js';
import { refusesCommitment } from './commitment-answer.js';
import type { StepQuestion } from './step-question.js';

/**
 * 办理结果 · The outcome is one that the step allows.
 *
 * A refused commitment is always an answer: REJECTED stands for it even where the definition forgot to list it.
 *
 * @article 3.2
 */
export function outcomeAllowed({ act, own }: StepQuestion): Refusal[] {
  if (own === null || own.outcomes.includes(act.outcome)) return [];
  if (act.outcome === 'REJECTED' && own.kind === 'COMMITMENT_AUTHORIZATION' && refusesCommitment(act)) return [];
  const message = `step "${own.code}" ends in ${own.outcomes.join(' or ')}, not in ${act.outcome}`;
  return [refuse('BAD_VALUE', message, ['outcome'], own.article)];
}
