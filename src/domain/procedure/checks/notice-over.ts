import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from './step-question.js';

/**
 * 公示期满 · A notice passes from the day after it closes, with no objection open: none to it, and none to one that hung before
 * it in the same run and was sent back.
 *
 * Both the day it is said to be over and today lie after `closesOn`. One that was entered after it had closed is passed
 * with a photograph: at least one piece of evidence.
 *
 * @article 3.2
 */
export function noticeOver({ run, act, own, step, today }: StepQuestion): Refusal[] {
  if (own?.kind !== 'PUBLIC_NOTICE' || step?.status !== 'CURRENT' || act.outcome !== 'PASSED') return [];
  const { notice } = step;
  if (notice === null)
    return [
      refuse('INVALID_STATE', `no notice has been put up for step "${own.code}"; publish it first`, ['step'], '3.2'),
    ];
  const refusals: Refusal[] = [];
  if (today <= notice.closesOn || act.occurredOn <= notice.closesOn) {
    const message = `the notice hangs until the end of ${notice.closesOn}; it can be completed from the day after`;
    refusals.push(refuse('NOTICE_STILL_OPEN', message, ['occurredOn'], '3.2'));
  }
  const openObjections = run.steps.reduce((all, other) => all + (other.notice?.openObjections ?? 0), 0);
  if (openObjections > 0) {
    const message = `${openObjections} objection(s) to the run's notices are open; resolve them first`;
    refusals.push(refuse('OBJECTION_OPEN', message, ['step'], '3.2'));
  }
  const enteredLate = notice.enteredOn !== undefined && notice.enteredOn > notice.closesOn;
  if (enteredLate && (act.evidence ?? []).length === 0) {
    const message = `the notice was entered on ${notice.enteredOn}, after it had closed; give a photograph of the board`;
    refusals.push(refuse('EVIDENCE_REQUIRED', message, ['evidence'], '3.2'));
  }
  return refusals;
}
