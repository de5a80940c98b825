import { describe, expect, it } from 'vitest';
import { dated, monitoringLine, source, step, workingDays, writtenYuan } from '../../src/province-sdk/index.js';

const TEXT = source({ id: 'a-text', title: '某文件', standing: 'document' });

describe('dated', () => {
  it('puts entries in the order of their days, for the whole province and open where nothing is said', () => {
    const entries = dated([
      { from: '2024-01-01', vouchedTo: '2024-12-31', county: '130123', value: 2, source: TEXT },
      { from: '2023-01-01', value: 1, source: TEXT },
    ]);
    expect(entries).toMatchObject([
      { from: '2023-01-01', vouchedTo: null, county: null, value: 1 },
      { from: '2024-01-01', vouchedTo: '2024-12-31', county: '130123', value: 2 },
    ]);
  });
});

describe('monitoringLine', () => {
  it('reads 7,500.00 yuan as net income over 12 months, without the three factors', () => {
    expect(monitoringLine({ perCapitaIncome: '7500.00' })).toEqual({
      perCapitaIncome: 750_000,
      concept: 'NET_INCOME',
      windowMonths: 12,
      priceIndex: null,
      disposableIncomeGrowth: null,
      subsistenceAllowance: null,
    });
  });

  it('records the three factors of 2.2 where they are given', () => {
    const factors = { priceIndex: 101.8, disposableIncomeGrowth: 7.6, subsistenceAllowance: '9780.00' };
    expect(monitoringLine({ perCapitaIncome: '19560.00', ...factors })).toMatchObject({
      priceIndex: 101.8,
      disposableIncomeGrowth: 7.6,
      subsistenceAllowance: 978_000,
    });
  });
});

describe('step', () => {
  it('counts its deadline in working days where it says so, and ends in any outcome where it says nothing', () => {
    const built = step({
      code: 'visit',
      name: { zh: '入户', en: 'Visit' },
      kind: 'HOUSEHOLD_VERIFICATION',
      level: 'VILLAGE',
      deadline: workingDays(5),
    });
    expect(built).toMatchObject({ deadlineDays: 5, workingDays: true, after: [], extraForm: null });
    expect(built.outcomes).toEqual(['PASSED', 'RETURNED', 'REJECTED']);
  });
});

describe('writtenYuan', () => {
  it('keeps what is no amount as written, for the check to name', () => {
    expect([writtenYuan('0.01'), writtenYuan('1.005')]).toEqual([1, '1.005']);
  });
});
