import type { PolicySource } from '../../kernel/source.js';
import type { Reason } from '../../kernel/verdict.js';
import type { ProcedureDefinition, StepDefinition } from '../procedure-definition.js';

/** 加环节的依据 · The provincial document that asks for a second review or village notice. @article 5.4 */
export interface RepeatedSteps {
  readonly source: PolicySource | null;
}

/**
 * R28 一次评议一次公示 · One review and one village notice a run; more only with a provincial document that says so.
 *
 * @param repeated  its source counts where the document itself was read: county practice or a default asks nobody for more
 * @article 5.4
 */
export function oneReviewOneNotice(candidate: ProcedureDefinition, repeated: RepeatedSteps): Reason[] {
  if (repeated.source?.standing === 'document') return [];
  const reviews = candidate.steps.filter((step) => step.kind === 'DEMOCRATIC_REVIEW');
  const notices = candidate.steps.filter((step) => step.kind === 'PUBLIC_NOTICE' && step.level === 'VILLAGE');
  return [...more(reviews, 'reviews'), ...more(notices, 'village notices')];
}

function more(steps: readonly StepDefinition[], what: string): Reason[] {
  if (steps.length <= 1) return [];
  const codes = steps.map((step) => step.code);
  const message = `${codes.length} ${what} (${codes.join(', ')}); one a run is enough without a provincial document`;
  return [{ code: 'step-repeated', message, article: '5.4', evidence: { steps: codes } }];
}
