import { type Refusal, refuse } from '../../kernel/verdict.js';
import { currentSteps, hasPassed } from '../step-graph.js';
import type { StepQuestion } from './step-question.js';

/**
 * 环节待办 · Only a step that waits now can be completed; one whose turn has not come would skip the order of R08.
 *
 * Skipping gets two refusals: STEP_NOT_CURRENT names the steps that are current, RULE_VIOLATION those that must come first.
 *
 * @article 3.2
 */
export function stepIsCurrent({ run, act, own, step }: StepQuestion): Refusal[] {
  if (run.endedOn !== null) {
    const how = run.outcome === null ? 'when the case was withdrawn' : `as ${run.outcome}`;
    return [refuse('INVALID_STATE', `the ${run.kind} run ended on ${run.endedOn} ${how}`, ['step'], '3.2')];
  }
  if (step?.status === 'CURRENT') return [];
  const waitingNow = currentSteps(run).map((current) => current.code);
  const current = waitingNow.length === 0 ? 'no step is current' : `current: ${waitingNow.join(', ')}`;
  if (own === null || step === null)
    return [refuse('STEP_NOT_CURRENT', `the ${run.kind} run has no step "${act.step}"; ${current}`, ['step'], '3.2')];
  const state = step.status === 'DONE' ? `was completed on ${step.completedOn}` : 'waits for others';
  const refusals = [refuse('STEP_NOT_CURRENT', `step "${act.step}" ${state}; ${current}`, ['step'], '3.2')];
  const missing = own.after.filter((code) => !hasPassed(run, code));
  if (step.status === 'WAITING' && missing.length > 0) {
    const message = `R08: "${act.step}" cannot stand before ${missing.map((code) => `"${code}"`).join(', ')}`;
    refusals.push(refuse('RULE_VIOLATION', message, ['step'], '3.2'));
  }
  return refusals;
}
