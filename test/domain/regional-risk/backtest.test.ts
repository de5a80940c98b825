import { describe, expect, it } from 'vitest';
import { backtest } from '../../../src/domain/regional-risk/backtest.js';
import { indicatorOf } from '../../../src/domain/regional-risk/indicator.js';
import { SeededRandom } from '../../../src/features/demonstration/index.js';

const plan = (code: string, seed: string, more: Record<string, number>) => {
  const random = new SeededRandom(seed);
  const made = { histories: 100, past: 24, quiet: 12, spread: 0, season: 0, shock: 2, level: 20, ...more };
  return backtest({ indicator: indicatorOf(code)!, ...made, random: () => random.fraction() });
};

describe('backtest over made-up histories', () => {
  it('finds a doubling of 15 and of 40 leads a month within two months in nine of ten counties or more', () => {
    for (const level of [15, 40])
      for (const season of [0.1])
        expect(plan('leads', `${level}`, { level, season }).foundWithin2, `${level}`).toBeGreaterThanOrEqual(0.9);
  });

  it('cries wolf once in five county-years or less, all five indicators of the register together', () => {
    const quiet = { histories: 400, quiet: 24, season: 0.1 };
    const alarms = [15, 40].map((level) => plan('leads', `quiet ${level}`, { ...quiet, level }).falseAlarmsPerYear);
    const rate = plan('resettled-employment', 'quiet', {
      ...quiet,
      season: 0,
      level: 92,
      spread: 2,
      shock: 0.9,
    }).falseAlarmsPerYear;
    expect(5 * (4 * Math.max(...alarms) + rate)).toBeLessThanOrEqual(1);
  });

  it('finds unemployment that doubled and a price that fell by three tenths', () => {
    expect(plan('rural-unemployment-rate', '1', { level: 4, spread: 0.5 }).foundWithin2).toBeGreaterThanOrEqual(0.9);
    expect(plan('farm-price', '1', { level: 16, spread: 1.2, shock: 0.7 }).foundWithin2).toBeGreaterThanOrEqual(0.9);
  });
});
