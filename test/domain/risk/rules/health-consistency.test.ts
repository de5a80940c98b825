import { describe, expect, it } from 'vitest';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { healthConsistency } from '../../../../src/domain/risk/rules/health-consistency.js';
import { aHousehold, aMember, anIncome } from '../a-household.js';
import { findIn } from './find-in.js';

const ill = aMember({ health: ['CRITICAL_ILLNESS'] });
const paying = anIncome({ compliantMedicalCost: yuan('0.01') });

describe('health-consistency', () => {
  it('notes critical illness without any medical spending, and not with 0.01 yuan of it', () => {
    expect(findIn(healthConsistency, aHousehold().members(ill).get())).toMatchObject([
      { severity: 'INFO', riskType: 'ILLNESS', evidence: { heavilyIll: 1 }, article: 'G' },
    ]);
    expect(findIn(healthConsistency, aHousehold().members(ill).incomes(paying).get())).toEqual([]);
  });

  it('notes medical spending where nobody is recorded as ill or disabled', () => {
    expect(findIn(healthConsistency, aHousehold().incomes(paying).get())).toMatchObject([{ evidence: { unwell: 0 } }]);
    const disabled = aMember({ health: ['DISABILITY'], disabilityGrade: 4 });
    expect(findIn(healthConsistency, aHousehold().members(disabled).incomes(paying).get())).toEqual([]);
  });

  it('says nothing of plain chronic illness without spending, nor without an income record', () => {
    const chronic = aMember({ health: ['CHRONIC_ILLNESS'] });
    expect(findIn(healthConsistency, aHousehold().members(chronic).get())).toEqual([]);
    expect(findIn(healthConsistency, aHousehold().members(ill).incomes().get())).toEqual([]);
  });
});
