import { describe, expect, it } from 'vitest';
import type { ProcedureDefinition, StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { checkProcedureAgainstBaseline } from '../../../../src/domain/procedure/rules/r08-baseline-steps.js';
import { anIdentification, aProcedure, aStep } from '../a-procedure.js';

const baseline = anIdentification();
const codes = (candidate: ProcedureDefinition, against = baseline) =>
  checkProcedureAgainstBaseline(candidate, against).map((reason) => reason.code);
const changed = (code: string, set: Partial<StepDefinition>) =>
  anIdentification((step) => (step.code === code ? { ...step, ...set } : step));
const without = (code: string) => {
  const gone = baseline.steps.find((step) => step.code === code);
  const steps = baseline.steps
    .filter((step) => step.code !== code)
    .map((step) => ({
      ...step,
      after: step.after.flatMap((before) => (before === code ? (gone?.after ?? []) : before)),
    }));
  return aProcedure('IDENTIFICATION', steps);
};

describe('checkProcedureAgainstBaseline, steps dropped', () => {
  it('takes the baseline itself', () => {
    expect(checkProcedureAgainstBaseline(baseline, baseline)).toEqual([]);
  });

  it.each(['verification', 'comparison', 'review', 'notice', 'county'])('refuses identification without %s', (code) => {
    expect(codes(without(code))).toContain('step-dropped');
  });

  it('refuses identification without commitment, naming the kind', () => {
    const reasons = checkProcedureAgainstBaseline(without('commitment'), baseline);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({ code: 'step-dropped', evidence: { kind: 'COMMITMENT_AUTHORIZATION' } });
  });

  it('takes identification without a township review, which the policy does not ask for', () => {
    expect(codes(without('township'))).toEqual([]);
  });

  it('asks support for review and notice only, and elimination for the county decision too', () => {
    const steps = [aStep('DEMOCRATIC_REVIEW', 'review', []), aStep('PUBLIC_NOTICE', 'notice', ['review'])];
    const support = aProcedure('SUPPORT', steps);
    expect(codes(support, support)).toEqual([]);
    expect(codes(aProcedure('SUPPORT', steps.slice(0, 1)), support)).toEqual(['step-dropped']);
    const elimination = aProcedure('ELIMINATION', steps);
    expect(codes(elimination, elimination)).toEqual(['step-dropped']);
  });

  it('refuses a county decision taken by the township', () => {
    expect(codes(changed('county', { level: 'TOWNSHIP' }))).toEqual(['decision-not-by-county']);
  });
});

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

describe('checkProcedureAgainstBaseline, shape', () => {
  it('names an unknown predecessor, a code used twice, and no steps at all', () => {
    expect(codes(changed('township', { after: ['notice', 'lottery'] }))).toEqual(['unknown-predecessor']);
    const twice = { ...baseline, steps: [...baseline.steps, aStep('CUSTOM', 'county', ['township'])] };
    expect(codes(twice)).toContain('duplicate-step-code');
    expect(codes(aProcedure('IDENTIFICATION', []))).toContain('no-steps');
  });

  it('names steps that wait for each other and what stands behind them', () => {
    const circular = changed('notice', { after: ['township'] });
    expect(codes(circular).sort()).toEqual(['circular-steps', 'circular-steps', 'unreachable-step']);
  });
});
