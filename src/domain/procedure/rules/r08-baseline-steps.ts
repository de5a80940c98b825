import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition } from '../procedure-definition.js';
import { announcementAfterDecision } from './r08-announcement.js';
import { countNotLoosened } from './r08-deadline-stops.js';
import { limitsNotLoosened } from './r08-limits.js';
import { stepsInOrder } from './r08-order.js';
import { stepsReachable } from './r08-shape.js';
import { oneReviewOneNotice, type RepeatedSteps } from './r28-one-review-one-notice.js';
import { REQUIRED_KINDS } from './required-kinds.js';

/**
 * R08 程序底线 · What a province's procedure breaks of the national one; empty when it may be loaded.
 *
 * A province may add steps, let steps go side by side and tighten limits. It may not drop a step of the policy, break its
 * order, loosen a limit of the baseline, or define steps that can never begin. Every fault is named, not only the first.
 *
 * @param candidate  the province's procedure
 * @param baseline   the national one in force on the same day, of the same kind
 * @param repeated   the provincial document behind a second review or village notice (R28); none by default
 * @article 3.2
 */
export function checkProcedureAgainstBaseline(
  candidate: ProcedureDefinition,
  baseline: ProcedureDefinition,
  repeated: RepeatedSteps = { source: null },
): Reason[] {
  const shape = stepsReachable(candidate);
  const order = shape.some((reason) => reason.code === 'circular-steps')
    ? []
    : [...stepsInOrder(candidate), ...announcementAfterDecision(candidate)];
  return [
    ...shape,
    ...stepsPresent(candidate),
    ...order,
    ...limitsNotLoosened(candidate, baseline),
    ...countNotLoosened(candidate, baseline),
    ...oneReviewOneNotice(candidate, repeated),
  ];
}

/** R08 环节齐全 · Every kind of step that the policy names is there, and the county decides. */
function stepsPresent(candidate: ProcedureDefinition): Reason[] {
  const kinds = new Set(candidate.steps.map((step) => step.kind));
  const dropped = REQUIRED_KINDS[candidate.kind].filter((kind) => !kinds.has(kind));
  const reasons: Reason[] = dropped.map((kind) => ({
    code: 'step-dropped',
    message: `${candidate.kind} has no ${kind} step; the policy asks for one`,
    article: '3.2',
    evidence: { kind },
  }));
  for (const step of candidate.steps) {
    if (step.kind !== 'COUNTY_DECISION' || step.level === 'COUNTY') continue;
    const message = `the county decides in "${step.code}", not the level ${step.level}`;
    reasons.push({ code: 'decision-not-by-county', message, article: '3.2', evidence: { step: step.code } });
  }
  return reasons;
}
