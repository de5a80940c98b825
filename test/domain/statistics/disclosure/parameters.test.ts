import { describe, expect, it } from 'vitest';
import { DISCLOSURE_DEFAULTS, disclosureFaults } from '../../../../src/domain/statistics/disclosure/parameters.js';

const faults = (set: Partial<typeof DISCLOSURE_DEFAULTS>): number =>
  disclosureFaults({ ...DISCLOSURE_DEFAULTS, ...set }).length;

describe('disclosureFaults', () => {
  it('finds none in the defaults', () => {
    expect(disclosureFaults(DISCLOSURE_DEFAULTS)).toEqual([]);
  });

  it.each([
    ['base', 3, 2],
    ['noise', 3, 2],
    ['threshold', 10, 9],
    ['dominancePercent', 60, 61],
    ['dominancePercent', 5, 4],
    ['medianFrom', 10, 9],
    ['mostDimensions', 8, 9],
  ] as const)('takes a %s of %i and refuses %i', (name, good, bad) => {
    expect(faults({ [name]: good })).toBe(0);
    expect(faults({ [name]: bad })).toBe(1);
  });

  it('refuses half a unit', () => {
    expect(faults({ noise: 5.5 })).toBe(1);
  });
});
