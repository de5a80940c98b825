import { describe, expect, it } from 'vitest';
import { detectPoisson, upperLimit } from '../../../src/domain/regional-risk/detect-poisson.js';

const months = (...counts: number[]) => counts.map((count) => ({ count, exposure: 1 }));
const quiet = Array.from({ length: 24 }, (_, at) => 18 + (at % 5));

describe('detectPoisson', () => {
  it('departs at the limit of 24 months of about 20, and not at one less', () => {
    const { limit } = detectPoisson(months(...quiet, 20));
    expect(limit).toBeGreaterThan(30);
    expect(detectPoisson(months(...quiet, limit))).toMatchObject({ departs: true, months: 1, count: limit });
    expect(detectPoisson(months(...quiet, limit - 1)).departs).toBe(false);
  });

  it('finds a rise of two months that neither shows alone', () => {
    const found = detectPoisson(months(...quiet, 32, 33));
    expect(found).toMatchObject({ departs: true, months: 2, count: 65 });
  });

  it('is less sure of itself after a shorter past', () => {
    const long = detectPoisson(months(...quiet, 20)).limit;
    const short = detectPoisson(months(...quiet.slice(0, 4), 20)).limit;
    expect(short).toBeGreaterThan(long);
  });

  it('leaves a rise of less than two fifths to the season, however many households it is', () => {
    const many = quiet.map((count) => 50 * count);
    expect(detectPoisson(months(...many, 1_390)).departs).toBe(false);
    expect(detectPoisson(months(...many, 1_400)).departs).toBe(true);
  });

  it('shares the count out: twice the households may have twice the cases', () => {
    const past = quiet.map((count) => ({ count, exposure: 1_000 }));
    expect(detectPoisson([...past, { count: 40, exposure: 2_000 }]).departs).toBe(false);
    expect(detectPoisson([...past, { count: 40, exposure: 1_000 }]).departs).toBe(true);
  });
});

describe('upperLimit', () => {
  it('leaves a tail of at most the rate', () => {
    expect(upperLimit(0.5, 0.5, 0.001)).toBeGreaterThan(3);
    expect(upperLimit(480.5, 1 / 25, 0.001)).toBe(37);
    expect(upperLimit(20_000, 1 / 25, 0.001)).toBeGreaterThan(900);
  });
});
