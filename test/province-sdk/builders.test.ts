import { describe, expect, it } from 'vitest';
import {
  calendarDays,
  dated,
  monitoringLine,
  procedure,
  source,
  step,
  workingDays,
  writtenYuan,
} from '../../src/province-sdk/index.js';

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

describe('a deadline', () => {
  const visit = { code: 'visit', name: { zh: '入户', en: 'Visit' }, kind: 'CUSTOM', level: 'VILLAGE' } as const;

  it('says for what its count stops, of a step and of a whole procedure', () => {
    const deadline = calendarDays(5, { stopsFor: ['NOTICE'] });
    expect(step({ ...visit, deadline })).toMatchObject({
      deadlineDays: 5,
      workingDays: false,
      deadlineStops: ['NOTICE'],
    });
    const limit = workingDays(20, { stopsFor: [] });
    const whole = procedure({ kind: 'SUPPORT', name: { zh: '帮扶', en: 'Support' }, limit, steps: [step(visit)] });
    expect(whole).toMatchObject({ limitDays: 20, limitInWorkingDays: true, limitStops: [] });
  });

  it('leaves it to the province where it says nothing', () => {
    expect(step({ ...visit, deadline: calendarDays(5) })).not.toHaveProperty('deadlineStops');
  });
});
