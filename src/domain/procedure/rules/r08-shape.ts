import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition } from '../procedure-definition.js';
import { stepsBefore } from '../step-graph.js';

/** R08 环节可达 · Codes are unique, predecessors exist, and every step can begin. @article 3.2 */
export function stepsReachable(candidate: ProcedureDefinition): Reason[] {
  const { steps } = candidate;
  const reasons: Reason[] = [];
  const say = (code: string, message: string, step: string): void => {
    reasons.push({ code, message, article: '3.2', evidence: { step } });
  };
  if (steps.length === 0) say('no-steps', `${candidate.kind} has no steps`, '');
  const codes = steps.map((step) => step.code);
  for (const [index, code] of codes.entries())
    if (codes.indexOf(code) < index) say('duplicate-step-code', `two steps have the code "${code}"`, code);
  const inCircle = new Set(codes.filter((code) => stepsBefore(candidate, code).includes(code)));
  for (const step of steps) {
    for (const before of step.after)
      if (!codes.includes(before))
        say(
          'unknown-predecessor',
          `"${step.code}" stands after "${before}", which is no step of ${candidate.kind}`,
          step.code,
        );
    if (inCircle.has(step.code)) say('circular-steps', `"${step.code}" waits for itself`, step.code);
    else if (stepsBefore(candidate, step.code).some((code) => inCircle.has(code)))
      say(
        'unreachable-step',
        `"${step.code}" can never begin: it stands after steps that wait for each other`,
        step.code,
      );
  }
  return reasons;
}
