import { describe, expect, it } from 'vitest';
import type { ProcedureDefinition, StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { checkProcedureAgainstBaseline } from '../../../../src/domain/procedure/rules/r08-baseline-steps.js';
import { anIdentification, aProcedure, aStep } from '../a-procedure.js';

const baseline = anIdentification();
const codes = (candidate: ProcedureDefinition, against = baseline) =>
  checkProcedureAgainstBaseline(candidate, against).map((reason) => reason.code);
const changed = (code: string, set: Partial<StepDefinition>) =>
  anIdentification((step) => (step.code === code ? { ...step, ...set } : step));

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
