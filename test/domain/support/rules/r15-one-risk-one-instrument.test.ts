import { describe, expect, it } from 'vitest';
import type { PlanQuestion } from '../../../../src/domain/support/plan-question.js';
import { oneRiskOneInstrument } from '../../../../src/domain/support/rules/r15-one-risk-one-instrument.js';
import { aMeasure, aRisk, said } from '../../case/a-case.js';
import { aPlan, NO_LABOUR, planned } from '../a-plan.js';

const plan = (codes: readonly (readonly [string, readonly string[]])[], set: Partial<PlanQuestion> = {}) =>
  said(oneRiskOneInstrument(aPlan({ measures: codes.map(([code, addresses]) => planned(code, addresses)), ...set })));
const ILL = ['illness'];
const REFUSED = ['RULE_VIOLATION overrideReason'];

describe('oneRiskOneInstrument', () => {
  it('takes one instrument for one illness and refuses two without a reason', () => {
    expect(plan([['medical-assistance', ILL]])).toEqual([]);
    expect(
      plan([
        ['medical-assistance', ILL],
        ['family-doctor', ILL],
      ]),
    ).toEqual(REFUSED);
  });

  it('takes two with a written reason, not with blanks', () => {
    const two = [
      ['medical-assistance', ILL],
      ['family-doctor', ILL],
    ] as const;
    expect(plan(two, { overrideReason: 'the village is two hours from a clinic' })).toEqual([]);
    expect(plan(two, { overrideReason: '  ' })).toEqual(REFUSED);
  });

  it('does not count a statutory payment, nor the developmental instrument that labour asks for', () => {
    expect(
      plan([
        ['medical-assistance', ILL],
        ['hospital-reimbursement', ILL],
        ['industry-award', []],
      ]),
    ).toEqual([]);
  });

  it('counts the one that goes on from an earlier plan, and not one that is completed, cancelled or urgent', () => {
    const standing = (set: object) => ({ standing: [aMeasure({ instrument: 'family-doctor', ...set })] });
    const one = [['medical-assistance', ILL]] as const;
    expect(plan(one, standing({ status: 'IN_PROGRESS' }))).toEqual(REFUSED);
    expect(plan(one, standing({ status: 'COMPLETED' }))).toEqual([]);
    expect(plan(one, standing({ status: 'CANCELLED' }))).toEqual([]);
    expect(plan(one, standing({ urgent: true }))).toEqual([]);
  });

  it('counts the same instrument once', () => {
    expect(
      plan([
        ['medical-assistance', ILL],
        ['medical-assistance', ILL],
      ]),
    ).toEqual([]);
  });

  it('refuses a second developmental instrument for unstable work: labour asks for one', () => {
    const risks = [aRisk('unstable-job')];
    const work = ['unstable-job'];
    expect(plan([['labour-export', work]], { risks })).toEqual([]);
    expect(
      plan(
        [
          ['labour-export', work],
          ['welfare-job', work],
        ],
        { risks },
      ),
    ).toEqual(REFUSED);
  });

  it('takes the safety net beside the disability allowance where there is no labour, and no third one', () => {
    const set = { risks: [aRisk('disability')], labour: NO_LABOUR };
    const both = [
      ['disability-allowance', ['disability']],
      ['subsistence-allowance', ['disability']],
    ] as const;
    expect(plan(both, set)).toEqual([]);
    expect(plan([...both, ['temporary-assistance', ['disability']]], set)).toEqual(REFUSED);
  });

  it('is silent for two open risks', () => {
    const risks = [aRisk('illness'), aRisk('schooling')];
    expect(
      plan(
        [
          ['medical-assistance', ILL],
          ['family-doctor', ILL],
        ],
        { risks },
      ),
    ).toEqual([]);
  });
});
