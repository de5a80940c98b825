import { type Refusal, refuse } from '../../kernel/verdict.js';
import { stepsBefore } from '../step-graph.js';
import type { StepQuestion } from './step-question.js';

/** 退回环节 · A run goes back to a step that stands before the one that returns it, and only with RETURNED. @article 3.2 */
export function returnsToEarlierStep({ act, own, definition }: StepQuestion): Refusal[] {
  const target = act.returnTo ?? null;
  if (act.outcome !== 'RETURNED')
    return target === null
      ? []
      : [refuse('BAD_VALUE', `returnTo goes with RETURNED, not ${act.outcome}`, ['returnTo'], '3.2')];
  if (own === null) return [];
  const earlier = stepsBefore(definition, own.code).filter((code) => code !== own.code);
  if (target !== null && earlier.includes(target)) return [];
  const choices = earlier.length === 0 ? 'none stands before it' : `choose among ${earlier.join(', ')}`;
  const said =
    target === null ? 'name the step that the run goes back to' : `"${target}" does not stand before "${own.code}"`;
  return [refuse('BAD_VALUE', `${said}; ${choices}`, ['returnTo'], '3.2')];
}
