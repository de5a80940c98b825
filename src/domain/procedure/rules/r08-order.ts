import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition, ProcedureKind, StepKind } from '../procedure-definition.js';
import { stepsBefore } from '../step-graph.js';

interface Precedence {
  readonly first: StepKind;
  readonly second: StepKind;
  readonly of: readonly ProcedureKind[];
}

const IDENTIFICATION: readonly ProcedureKind[] = ['IDENTIFICATION', 'EMERGENCY_IDENTIFICATION'];

/**
 * 环节先后 · What stands before what. Authorization before any comparison (R09) and before the household is decided upon;
 * review and notice before the county decides. Comparison itself may stand before, beside or after the review.
 *
 * @article 3.2
 */
export const PRECEDENCES: readonly Precedence[] = [
  { first: 'COMMITMENT_AUTHORIZATION', second: 'DATA_COMPARISON', of: IDENTIFICATION },
  { first: 'COMMITMENT_AUTHORIZATION', second: 'COUNTY_DECISION', of: IDENTIFICATION },
  { first: 'DEMOCRATIC_REVIEW', second: 'COUNTY_DECISION', of: [...IDENTIFICATION, 'SUPPORT', 'ELIMINATION'] },
  { first: 'PUBLIC_NOTICE', second: 'COUNTY_DECISION', of: [...IDENTIFICATION, 'SUPPORT', 'ELIMINATION'] },
];

/** R08 环节顺序 · No step stands before one that the policy puts first; a kind that is absent is named elsewhere. @article 3.2 */
export function stepsInOrder(candidate: ProcedureDefinition): Reason[] {
  const kindOf = new Map(candidate.steps.map((step) => [step.code, step.kind]));
  const present = new Set(kindOf.values());
  return candidate.steps.flatMap((step) =>
    PRECEDENCES.filter(
      (rule) => rule.second === step.kind && rule.of.includes(candidate.kind) && present.has(rule.first),
    )
      .filter((rule) => !stepsBefore(candidate, step.code).some((code) => kindOf.get(code) === rule.first))
      .map((rule) => ({
        code: 'order-broken',
        message: `"${step.code}" (${step.kind}) stands after no ${rule.first} step; the policy puts that first`,
        article: '3.2',
        evidence: { step: step.code, first: rule.first },
      })),
  );
}
