import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { incomeFall } from '../../../../src/domain/risk/rules/income-fall.js';
import { situationOn } from '../../../../src/domain/risk/situation.js';
import { aHousehold, anIncome } from '../a-household.js';
import { hunanOn, JUNE_2023 } from '../rules-in-force.js';
import { findIn } from './find-in.js';

const falling = (before: string, now: string, headsNow = 1) =>
  aHousehold()
    .incomes(
      anIncome({ wages: yuan(now), heads: headsNow }),
      anIncome({ from: date('2021-01-01'), to: date('2021-12-31'), wages: yuan(before) }),
    )
    .get();

describe('income-fall', () => {
  it('finds a fall of 20 % from 10,000.00 to 8,000.00 yuan, and none of 19.99 % to 8,001.00', () => {
    expect(findIn(incomeFall, falling('10000.00', '8000.00'))).toMatchObject([
      {
        severity: 'WARNING',
        riskType: null,
        evidence: { before: '10000.00', perCapita: '8000.00', thresholdPercent: 20 },
        source: { id: 'default-sharp-fall', standing: 'national-default' },
      },
    ]);
    expect(findIn(incomeFall, falling('10000.00', '8001.00'))).toEqual([]);
    expect(findIn(incomeFall, falling('10000.00', '8000.01'))).toEqual([]);
  });

  it('counts a head: 10,000.00 yuan for one, then 16,000.00 for two, fell by 20 %', () => {
    expect(findIn(incomeFall, falling('10000.00', '16000.00', 2))).toHaveLength(1);
    expect(findIn(incomeFall, falling('10000.00', '16000.02', 2))).toEqual([]);
  });

  it('finds nothing where there was no income before, or it grew', () => {
    expect(findIn(incomeFall, falling('0.00', '0.00'))).toEqual([]);
    expect(findIn(incomeFall, falling('8000.00', '10000.00'))).toEqual([]);
  });

  it('is not assessable without the window before, and says nothing where the province sets no share', () => {
    const household = aHousehold().get();
    expect(findIn(incomeFall, household)).toMatchObject([
      { severity: 'INFO', missing: ['income of the window before'] },
    ]);
    const rules = hunanOn('2023-06-01');
    const without = { ...rules, thresholds: { ...rules.thresholds, incomeFallPercent: null } };
    expect(incomeFall(situationOn(household, without, JUNE_2023))).toEqual([]);
  });
});
