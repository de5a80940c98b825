import { describe, expect, it } from 'vitest';
import { checkLineFloor } from '../../../../src/domain/income/rules/r01-line-floor.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../../src/domain/kernel/money.js';

const line = (amount: string) => ({ place: '湖南省', from: date('2021-01-01'), perCapitaIncome: yuan(amount) });

describe('R01 checkLineFloor', () => {
  it('refuses 5,999.99 yuan and accepts 6,000.00 for 2021', () => {
    expect(checkLineFloor(line('6000.00'), yuan('6000.00'))).toBeNull();
    expect(checkLineFloor(line('5999.99'), yuan('6000.00'))).toEqual({
      code: 'line-under-floor',
      message: 'the line of 湖南省 from 2021-01-01 is 5999.99 yuan, under the national floor of 6000.00 yuan',
      article: '2.2',
      evidence: { place: '湖南省', from: '2021-01-01', perCapitaIncome: '5999.99', floor: '6000.00' },
    });
  });

  it('says that a line cannot be checked where no floor is in force', () => {
    expect(checkLineFloor(line('6000.00'), null)?.code).toBe('floor-unknown');
  });
});
