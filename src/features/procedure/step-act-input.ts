import type { ProposedRisk, ReviewSection, StepAct, VerificationSection } from '../../domain/procedure/step-act.js';

type Optional<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]?: T[P] | null };

/** 环节办理输入 · A step's act as callers give it: what has a default may be absent or null. */
export interface StepActInput extends Omit<StepAct, 'verification' | 'review'> {
  readonly verification?:
    | (Optional<Omit<VerificationSection, 'risks'>, 'mode'> & {
        readonly risks?: readonly Optional<ProposedRisk, 'primary'>[] | null;
      })
    | null;
  readonly review?: Optional<ReviewSection, 'abstained'> | null;
}

/** 补足默认值 · Fills in the defaults of the public contract. */
export function withDefaults<T extends StepActInput>(input: T): T & StepAct {
  const { verification, review } = input;
  return {
    ...input,
    verification: verification
      ? {
          ...verification,
          mode: verification.mode ?? 'VISIT',
          risks: verification.risks?.map((risk) => ({ ...risk, primary: risk.primary ?? false })) ?? null,
        }
      : null,
    review: review ? { ...review, abstained: review.abstained ?? 0 } : null,
  };
}
