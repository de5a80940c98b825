import { describe, expect, it } from 'vitest';
import type { RiskCorrection } from '../../../src/domain/correction/correction.js';
import { decideRiskCorrection } from '../../../src/domain/correction/decide-risk-correction.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aMeasure, aRisk, RISK_TYPES, said } from '../case/a-case.js';

const risk = aRisk('illness', { resolvedOn: date('2023-03-10') });
const other = aRisk('schooling', { primary: true });

function decide(set: RiskCorrection, own = risk, measures = [aMeasure()]) {
  const question = { risk: own, risks: [own, other], measures, set, riskTypes: RISK_TYPES, today: date('2023-03-15') };
  const answer = decideRiskCorrection(question);
  return 'refusals' in answer ? said(answer.refusals) : answer.consequences.map(({ code }) => code);
}

describe('decideRiskCorrection', () => {
  it('says that a measure is left without its risk, and not where the measure was cancelled', () => {
    expect(decide({ riskType: 'housing' })).toEqual(['measure-without-risk']);
    expect(decide({ riskType: 'housing' }, risk, [aMeasure({ status: 'CANCELLED' })])).toEqual([]);
  });

  it('takes the day on which the risk was resolved as the day it was found, and not the day after', () => {
    expect(decide({ identifiedOn: date('2023-03-10') })).toEqual([]);
    expect(decide({ identifiedOn: date('2023-03-11') })).toEqual(['DATE_ORDER set.identifiedOn']);
  });

  it('takes today as the day on which an open risk was found, and not tomorrow', () => {
    expect(decide({ identifiedOn: date('2023-03-15') }, aRisk('illness'))).toEqual([]);
    expect(decide({ identifiedOn: date('2023-03-16') }, aRisk('illness'))).toEqual(['DATE_IN_FUTURE set.identifiedOn']);
  });

  it('refuses a second open risk of one type, a second main one, a type that is not known, and nothing', () => {
    expect(decide({ riskType: 'schooling' }, aRisk('illness'))).toEqual(['DUPLICATE set.riskType']);
    expect(decide({ primary: true })).toEqual(['RULE_VIOLATION set.primary']);
    expect(decide({ riskType: 'bad-luck' })).toEqual(['BAD_VALUE set.riskType']);
    expect(decide({})).toEqual(['BAD_VALUE set']);
  });
});
