import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepAct } from '../step-act.js';
import type { StepQuestion } from './step-question.js';

/** 拒绝承诺授权 · Whether the household refused to vouch or to allow the lookup. @article 3.2 */
export function refusesCommitment(act: StepAct): boolean {
  const commitment = act.commitment ?? null;
  return commitment !== null && !(commitment.truthful && commitment.authorizesLookup);
}

/**
 * 承诺授权 · Both are given, or the run ends as REJECTED: a refusal is an answer, not a step passed.
 *
 * @article 3.2
 */
export function commitmentAnswer({ act, own }: StepQuestion): Refusal[] {
  const commitment = act.commitment ?? null;
  if (own?.kind !== 'COMMITMENT_AUTHORIZATION' || commitment === null) return [];
  const refusals: Refusal[] = [];
  if (commitment.signedBy.trim() === '')
    refusals.push(
      refuse('BAD_VALUE', 'say who signed, or who answered for the household', ['commitment', 'signedBy'], '3.2'),
    );
  if (act.outcome === 'REJECTED') return refusals;
  for (const [field, given, what] of [
    ['truthful', commitment.truthful, 'vouch for what it told'],
    ['authorizesLookup', commitment.authorizesLookup, 'allow its assets to be looked up'],
  ] as const) {
    if (given) continue;
    const message = `the household does not ${what}: the outcome is REJECTED, and the run ends`;
    refusals.push(refuse('RULE_VIOLATION', message, ['commitment', field], '3.2'));
  }
  return refusals;
}
