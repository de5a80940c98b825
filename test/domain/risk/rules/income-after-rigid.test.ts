import { describe, expect, it } from 'vitest';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { incomeAfterRigid } from '../../../../src/domain/risk/rules/income-after-rigid.js';
import { aHousehold, anIncome } from '../a-household.js';
import { findIn } from './find-in.js';

const earningAndSpending = (wages: string, spent: string) =>
  aHousehold()
    .incomes(anIncome({ wages: yuan(wages), rigid: { education: yuan(spent) } }))
    .get();

describe('income-after-rigid', () => {
  it('finds 10,000.00 yuan less 2,500.01 of schooling under the line, and less 2,500.00 not', () => {
    expect(findIn(incomeAfterRigid, earningAndSpending('10000.00', '2500.01'))).toMatchObject([
      {
        evidence: {
          perCapita: '10000.00',
          perCapitaAfterRigid: '7499.99',
          rigidExpenditure: '2500.01',
          line: '7500.00',
        },
      },
    ]);
    expect(findIn(incomeAfterRigid, earningAndSpending('10000.00', '2500.00'))).toEqual([]);
  });

  it('finds nothing where nothing was spent, however low the income', () => {
    expect(findIn(incomeAfterRigid, earningAndSpending('100.00', '0.00'))).toEqual([]);
  });

  it('leaves the missing income to income-line', () => {
    expect(findIn(incomeAfterRigid, aHousehold().incomes().get())).toEqual([]);
  });
});
