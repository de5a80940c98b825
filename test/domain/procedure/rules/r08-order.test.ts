import { describe, expect, it } from 'vitest';
import type { ProcedureDefinition, StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { checkProcedureAgainstBaseline } from '../../../../src/domain/procedure/rules/r08-baseline-steps.js';
import { anIdentification, aStep } from '../a-procedure.js';

const baseline = anIdentification();
const codes = (candidate: ProcedureDefinition, against = baseline) =>
  checkProcedureAgainstBaseline(candidate, against).map((reason) => reason.code);
const changed = (code: string, set: Partial<StepDefinition>) =>
  anIdentification((step) => (step.code === code ? { ...step, ...set } : step));

describe('checkProcedureAgainstBaseline, order', () => {
  it('takes comparison before, beside and after the review', () => {
    const beside = anIdentification((step) =>
      step.code === 'review'
        ? { ...step, after: ['commitment'] }
        : step.code === 'notice'
          ? { ...step, after: ['review', 'comparison'] }
          : step,
    );
    const after = anIdentification((step) => {
      if (step.code === 'review') return { ...step, after: ['commitment'] };
      if (step.code === 'comparison') return { ...step, after: ['review'] };
      return step.code === 'notice' ? { ...step, after: ['comparison'] } : step;
    });
    expect([codes(beside), codes(after)]).toEqual([[], []]);
  });

  it('refuses comparison beside the authorization', () => {
    expect(codes(changed('comparison', { after: ['verification'] }))).toEqual(['order-broken', 'order-broken']);
    const both = anIdentification((step) => {
      if (step.code === 'comparison') return { ...step, after: ['verification'] };
      return step.code === 'review' ? { ...step, after: ['comparison', 'commitment'] } : step;
    });
    expect(codes(both)).toEqual(['order-broken']);
  });

  it('refuses a second comparison of its own that stands before the authorization', () => {
    const extra = aStep('DATA_COMPARISON', 'early-comparison', []);
    expect(codes({ ...baseline, steps: [extra, ...baseline.steps] })).toEqual(['order-broken']);
  });

  it('refuses a county decision beside the notice or beside the review', () => {
    expect(codes(changed('township', { after: ['review'] }))).toEqual(['order-broken']);
    const beside = changed('notice', { after: ['comparison'] });
    expect(codes(beside)).toEqual(['order-broken']);
  });
});
