import { describe, expect, it } from 'vitest';
import { guaranteesOn, notSecure } from '../../../src/domain/guarantee/guarantees-on.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCheck } from '../risk/a-household.js';

describe('guaranteesOn', () => {
  const [march, may] = [aCheck({ on: '2023-03-01' }), aCheck({ on: '2023-05-01' })];

  it('takes the newest check by the day, of the day itself included', () => {
    expect(guaranteesOn([may, march], date('2023-05-01'))).toBe(may);
    expect(guaranteesOn([may, march], date('2023-04-30'))).toBe(march);
    expect(guaranteesOn([may, march], date('2023-02-28'))).toBeNull();
  });

  it('takes the first in the list of two of one day', () => {
    const second = aCheck({ on: '2023-05-01', food: 'AT_RISK' });
    expect(guaranteesOn([second, may], date('2023-06-01'))).toBe(second);
  });
});

describe('notSecure', () => {
  it('names two of six in the order of the policy', () => {
    expect(notSecure(aCheck({ drinkingWater: 'AT_RISK', food: 'NOT_SECURED' }))).toEqual(['food', 'drinkingWater']);
  });
});
