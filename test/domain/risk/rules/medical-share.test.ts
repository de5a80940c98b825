import { describe, expect, it } from 'vitest';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { medicalShare } from '../../../../src/domain/risk/rules/medical-share.js';
import { aHousehold, anIncome } from '../a-household.js';
import { findIn } from './find-in.js';

const paying = (medical: string, wages = '10000.00', businessExpenses = '0.00') =>
  aHousehold()
    .incomes(
      anIncome({ wages: yuan(wages), businessExpenses: yuan(businessExpenses), rigid: { medical: yuan(medical) } }),
    )
    .get();

describe('medical-share', () => {
  it('finds 3,000.00 yuan of 10,000.00, and not 2,999.99', () => {
    expect(findIn(medicalShare, paying('3000.00'))).toMatchObject([
      { riskType: 'ILLNESS', evidence: { thresholdPercent: 30 } },
    ]);
    expect(findIn(medicalShare, paying('2999.99'))).toEqual([]);
  });

  it('finds any own medical spending of a household whose production cost more than it earned', () => {
    expect(findIn(medicalShare, paying('0.01', '0.00', '500.00'))).toHaveLength(1);
    expect(findIn(medicalShare, paying('0.00', '0.00', '500.00'))).toEqual([]);
  });
});
