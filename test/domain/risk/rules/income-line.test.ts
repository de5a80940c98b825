import { describe, expect, it } from 'vitest';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { incomeLine } from '../../../../src/domain/risk/rules/income-line.js';
import { aHousehold, anIncome } from '../a-household.js';
import { findIn } from './find-in.js';

describe('income-line', () => {
  it('finds 7,499.99 yuan under the line of 7,500.00, with window, heads, concept and source', () => {
    expect(findIn(incomeLine, aHousehold().earning('7499.99').get())).toMatchObject([
      {
        severity: 'WARNING',
        message: {
          zh: '人均纯收入7499.99元,低于监测线7500.00元',
          en: 'net income a head is 7499.99 yuan, under the monitoring line of 7500.00 yuan',
        },
        evidence: {
          perCapita: '7499.99',
          line: '7500.00',
          concept: 'NET_INCOME',
          from: '2022-01-01',
          to: '2022-12-31',
          heads: 1,
        },
        missing: [],
        article: '2.2',
        source: { id: 'hunan-line-2023', standing: 'document' },
      },
    ]);
  });

  it('finds nothing at 7,500.00 yuan', () => {
    expect(findIn(incomeLine, aHousehold().earning('7500.00').get())).toEqual([]);
  });

  it('rounds among three heads to the fen: 22,499.98 yuan is 7,499.99 a head, 22,499.99 is 7,500.00', () => {
    const among3 = (wages: string) =>
      aHousehold()
        .incomes(anIncome({ wages: yuan(wages), heads: 3 }))
        .get();
    expect(findIn(incomeLine, among3('22499.98'))).toHaveLength(1);
    expect(findIn(incomeLine, among3('22499.99'))).toEqual([]);
  });
});
