import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../src/features/demonstration/index.js';
import { detectEwma, EWMA_FALSE_ALARM_RATE } from '../../../src/domain/regional-risk/detect-ewma.js';

const prices = [16.1, 15.8, 16.4, 15.6, 16.2, 15.9, 16.0, 16.3, 15.7, 16.1, 15.9, 16.2];

describe('detectEwma', () => {
  it('sees a price that fell from 16 to 12 yuan in a month, and no fall where a rise hurts', () => {
    expect(detectEwma([...prices, 16, 12], 'FALL')).toMatchObject({ departs: true });
    expect(detectEwma([...prices, 16, 12], 'RISE').departs).toBe(false);
  });

  it('leaves 15.8 yuan alone', () => {
    expect(detectEwma([...prices, 16, 15.8], 'FALL').departs).toBe(false);
  });

  it('takes a rate that never moved to move by a hundredth', () => {
    const flat = Array.from({ length: 14 }, () => 4);
    expect(detectEwma([...flat, 4.05, 4.05], 'RISE').departs).toBe(false);
    expect(detectEwma([...flat, 5, 5], 'RISE').departs).toBe(true);
  });

  it.each([12, 24, 36])(
    'warns of nothing about once in 500 months, be the past 12, 24 or 36 months long: %i',
    (past) => {
      const random = new SeededRandom(`ewma ${past}`);
      const one = () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
      const looks = 20_000;
      let alarms = 0;
      for (let look = 0; look < looks; look += 1) {
        const values = Array.from({ length: past + 1 }, () => 100 + 5 * one());
        alarms += Number(detectEwma(values, 'RISE').departs);
      }
      // Four standard errors of the share.
      expect(Math.abs(alarms / looks - EWMA_FALSE_ALARM_RATE)).toBeLessThan(4 * Math.sqrt(0.002 / looks));
    },
  );
});
