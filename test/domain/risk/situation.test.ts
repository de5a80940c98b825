import { describe, expect, it } from 'vitest';
import { riskTypeOf, situationOn } from '../../../src/domain/risk/situation.js';
import { aHousehold } from './a-household.js';
import { hunanOn, JUNE_2023 } from './rules-in-force.js';

describe('situationOn', () => {
  it('chooses the income of 2022 and the check of 1 March for 1 June 2023', () => {
    const situation = situationOn(aHousehold().get(), hunanOn('2023-06-01'), JUNE_2023);
    expect([situation.income?.to, situation.guarantees?.checkedOn, situation.incomeBefore]).toEqual([
      '2022-12-31',
      '2023-03-01',
      null,
    ]);
  });
});

describe('riskTypeOf', () => {
  it('answers WATER for the group of drinking water, and null for a fall of income, which the form has no type for', () => {
    expect(riskTypeOf(hunanOn('2023-06-01'), 'DRINKING_WATER')).toBe('WATER');
    expect(riskTypeOf(hunanOn('2023-06-01'), 'INCOME_DROP')).toBeNull();
  });
});
