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
