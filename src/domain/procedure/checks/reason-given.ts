import { type Refusal, refuse } from '../../kernel/verdict.js';
import { refusesCommitment } from './commitment-answer.js';
import type { StepQuestion } from './step-question.js';

/**
 * 说明理由 · A run is sent back or ended with a reason; a refused commitment is its own reason.
 *
 * @article 3.2
 */
export function reasonGiven({ act }: StepQuestion): Refusal[] {
  if (act.outcome === 'PASSED' || (act.note ?? '').trim() !== '') return [];
  if (act.outcome === 'REJECTED' && refusesCommitment(act)) return [];
  const what = act.outcome === 'RETURNED' ? 'the run goes back' : 'the run ends';
  return [refuse('BAD_VALUE', `say in the note why ${what}`, ['note'], '3.2')];
}
