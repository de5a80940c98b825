import { describe, expect, it } from 'vitest';
import { publishMean } from '../../../../src/domain/statistics/disclosure/publish-amount.js';
import { perturbCount, roundToBase } from '../../../../src/domain/statistics/disclosure/perturb-count.js';

const PARAMETERS = { dominancePercent: 40 };

describe('publishMean', () => {
  it('moves each sum by half to all of its greatest value, up or down', () => {
    const cell = { key: 1, count: 10, sum: 10_000, largest: 2_000 };
    expect(publishMean([cell], 1, () => 0, PARAMETERS)).toBe(900);
    expect(publishMean([cell], 1, () => 0.999_999, PARAMETERS)).toBe(1_200);
    expect(publishMean([cell], 1_000, () => 0.999_999, PARAMETERS)).toBe(1_000);
  });

  it('gives a mean of which one unit makes up 40 %, and withholds one of which it makes up more', () => {
    const of = (largest: number) => [{ key: 1, count: 10, sum: 10_000, largest }];
    expect(publishMean(of(4_000), 1, () => 0.5, PARAMETERS)).not.toBeNull();
    expect(publishMean(of(4_001), 1, () => 0.5, PARAMETERS)).toBeNull();
  });

  it('says nothing of no values, and nothing of noughts: it would say of each that it has none', () => {
    expect(publishMean([{ key: 1, count: 0, sum: 0, largest: 0 }], 1, () => 0, PARAMETERS)).toBeNull();
    expect(publishMean([{ key: 1, count: 30, sum: 0, largest: 0 }], 1, () => 0, PARAMETERS)).toBeNull();
  });
});

describe('perturbCount and roundToBase', () => {
  it('add from −5 to 5 by the draw alone, and nothing to no units', () => {
    const cell = { count: 100, key: 7 };
    expect(perturbCount(cell, () => 0, { noise: 5 })).toBe(95);
    expect(perturbCount(cell, () => 0.999_999, { noise: 5 })).toBe(105);
    expect(perturbCount({ count: 0, key: 0 }, () => 0, { noise: 5 })).toBe(0);
  });

  it('round 97 to 95 and 98 to 100', () => {
    expect(roundToBase(97, 5)).toBe(95);
    expect(roundToBase(98, 5)).toBe(100);
  });
});
