import { describe, expect, it } from 'vitest';
import { CASE_SHARE, CATEGORY_FIGURES } from '../../../src/features/demonstration/calibration.js';
import { type CaseScenario, scenarioOf } from '../../../src/features/demonstration/scenario.js';
import { share } from './a-generated-register.js';

const run = (from: number, households: number, seed = 7) =>
  Array.from({ length: households }, (_, at) => scenarioOf(from + at, seed));

describe('scenarioOf', () => {
  it('gives 35 of 100 households a case, in any run of 100', () => {
    for (const from of [1, 5_001, 99_901])
      expect(Math.abs(share(run(from, 100), (one) => one.case !== null) - CASE_SHARE)).toBeLessThanOrEqual(0.02);
  });

  it('gives the categories 30.7, 29.8 and 39.6 % of 10,000 households', () => {
    const cases = run(1, 10_000).flatMap((one) => (one.case === null ? [] : [one.category]));
    const part = (category: string): number => share(cases, (one) => one === category);
    expect(part('UNSTABLE_OUT_OF_POVERTY')).toBeCloseTo(0.307, 2);
    expect(part('MARGINAL_AT_RISK')).toBeCloseTo(0.298, 2);
    expect(part('SUDDEN_SEVERE_DIFFICULTY')).toBeCloseTo(0.396, 2);
  });

  it('lets as many identified households of each category be eliminated as in Baoshan', () => {
    const ended: readonly CaseScenario[] = ['ELIMINATED', 'ELIMINATED_NATURALLY'];
    const open: readonly CaseScenario[] = ['IDENTIFYING', 'STUCK', 'NOT_IDENTIFIED', 'WITHDRAWN'];
    for (const [category, { households, eliminated }] of Object.entries(CATEGORY_FIGURES)) {
      const identified = run(1, 20_000).flatMap((one) =>
        one.case === null || one.category !== category || open.includes(one.case) ? [] : [one.case],
      );
      expect(share(identified, (one) => ended.includes(one))).toBeCloseTo(eliminated / households, 2);
    }
  });

  it('has every scenario among 2,000 households, whatever the seed', () => {
    for (const seed of [0, 7, 4_294_967_295])
      expect(new Set(run(1, 2_000, seed).map((one) => one.case ?? one.lead)).size).toBe(18);
  });
});
