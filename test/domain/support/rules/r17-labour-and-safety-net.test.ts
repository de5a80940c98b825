import { describe, expect, it } from 'vitest';
import type { PlanQuestion } from '../../../../src/domain/support/plan-question.js';
import { labourAndSafetyNet } from '../../../../src/domain/support/rules/r17-labour-and-safety-net.js';
import { aMeasure } from '../../case/a-case.js';
import { aPlan, NO_LABOUR, planned, WEAK_LABOUR } from '../a-plan.js';

const missing = (codes: readonly string[], set: Partial<PlanQuestion> = {}) =>
  labourAndSafetyNet(aPlan({ measures: codes.map((code) => planned(code, [])), ...set })).length;

describe('labourAndSafetyNet, with labour', () => {
  it('refuses medical assistance alone and takes it with each developmental family', () => {
    expect(missing(['medical-assistance'])).toBe(1);
    for (const code of ['industry-award', 'welfare-job', 'labour-export'])
      expect(missing(['medical-assistance', code])).toBe(0);
  });

  it('takes a developmental measure that goes on, not a reason in its place', () => {
    const job = aMeasure({ instrument: 'welfare-job', family: 'PUBLIC_WELFARE_JOB', nature: 'DEVELOPMENTAL' });
    expect(missing(['medical-assistance'], { standing: [job] })).toBe(0);
    expect(missing(['medical-assistance'], { overrideReason: 'later' })).toBe(1);
  });

  it('refuses the safety net alone (rule 5_11_032)', () => {
    expect(missing(['subsistence-allowance'])).toBe(1);
  });
});

describe('labourAndSafetyNet, without labour', () => {
  const set = { labour: NO_LABOUR };

  it('asks for an instrument of the province’s list: the allowance is, temporary assistance is not', () => {
    expect(missing(['subsistence-allowance'], set)).toBe(0);
    expect(missing(['temporary-assistance'], set)).toBe(1);
    expect(missing(['disability-allowance'], set)).toBe(1);
  });

  it('takes any safety-net instrument where the province lists none', () => {
    const rules = { ...aPlan().rules, socialSecurityInstruments: null };
    expect(missing(['disability-allowance'], { ...set, rules })).toBe(0);
  });

  it('asks for nothing where the safety net is granted', () => {
    expect(missing(['medical-assistance'], { ...set, safetyNetGranted: true })).toBe(0);
  });

  it('takes other relief where civil affairs refused, with that reason; neither is enough alone', () => {
    const overrideReason = 'civil affairs refused on 1 February: the son lives in the county town';
    expect(missing(['temporary-assistance'], { ...set, overrideReason })).toBe(0);
    expect(missing(['medical-assistance'], { ...set, overrideReason })).toBe(1);
  });
});

describe('labourAndSafetyNet, labour partly lost', () => {
  it('asks for both where work brings no stable income', () => {
    expect(missing(['medical-assistance'], { labour: WEAK_LABOUR })).toBe(2);
    expect(missing(['industry-award', 'subsistence-allowance'], { labour: WEAK_LABOUR })).toBe(0);
  });

  it('asks for development only where the income is stable, or where nobody knows', () => {
    for (const stableIncomeFromWork of [true, null])
      expect(missing(['industry-award'], { labour: { ...WEAK_LABOUR, stableIncomeFromWork } })).toBe(0);
  });
});

describe('labourAndSafetyNet, weak drive', () => {
  it('asks for aspiration and skills, whether stated as weak drive or as a need', () => {
    expect(missing(['industry-award'], { weakDrive: true })).toBe(1);
    expect(missing(['industry-award'], { needs: ['扶志扶智'] })).toBe(1);
    expect(missing(['industry-award', 'aspiration-and-skills'], { weakDrive: true })).toBe(0);
  });
});
