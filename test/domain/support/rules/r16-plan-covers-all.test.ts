import { describe, expect, it } from 'vitest';
import type { PlanQuestion } from '../../../../src/domain/support/plan-question.js';
import { planCoversAll, uncovered } from '../../../../src/domain/support/rules/r16-plan-covers-all.js';
import { aMeasure, aRisk } from '../../case/a-case.js';
import { aPlan, planned } from '../a-plan.js';

const open = (set: Partial<PlanQuestion>) => uncovered(aPlan(set));

describe('uncovered', () => {
  it('names the second risk and takes it once it has a measure', () => {
    const risks = [aRisk('illness'), aRisk('schooling')];
    expect(open({ risks })).toEqual(['the risk "schooling"']);
    const measures = [...aPlan().measures, planned('school-grant', ['schooling'])];
    expect(open({ risks, measures })).toEqual([]);
  });

  it('takes what goes on, and not what was completed while the risk is still open', () => {
    const measures = [planned('industry-award', [])];
    expect(open({ measures, standing: [aMeasure()] })).toEqual([]);
    expect(open({ measures, standing: [aMeasure({ status: 'COMPLETED' })] })).toEqual(['the risk "illness"']);
  });

  it('does not take industry for illness, whatever it says that it addresses', () => {
    expect(open({ measures: [planned('industry-award', ['illness'])] })).toEqual(['the risk "illness"']);
  });

  it('names a guarantee that is not secure and takes the family that makes up for it', () => {
    const guaranteesNotSecure = ['drinkingWater', 'basicMedicalCare'] as const;
    expect(open({ guaranteesNotSecure })).toEqual(['the guarantee drinkingWater']);
    const measures = [...aPlan().measures, planned('water-project', [])];
    expect(open({ guaranteesNotSecure, measures })).toEqual([]);
  });

  it('names a need for employment, and leaves to people what names no family', () => {
    expect(open({ needs: ['就业帮扶'] })).toEqual(['the need "就业帮扶"']);
    expect(open({ needs: ['就业帮扶'], measures: [...aPlan().measures, planned('labour-export', [])] })).toEqual([]);
    expect(open({ needs: ['company in the evenings'] })).toEqual([]);
  });
});

describe('planCoversAll', () => {
  it('refuses once for each gap, naming it, and takes the plan that says why', () => {
    const set = { risks: [aRisk('illness'), aRisk('schooling'), aRisk('water')] };
    const refusals = planCoversAll(aPlan(set));
    expect(refusals).toHaveLength(2);
    expect(refusals[0]).toMatchObject({ code: 'RULE_VIOLATION', article: '4.2', path: ['input', 'measures'] });
    expect(refusals[0]?.message).toContain('"schooling"');
    expect(planCoversAll(aPlan({ ...set, overrideReason: 'the school pays, the well is being dug' }))).toEqual([]);
  });
});
