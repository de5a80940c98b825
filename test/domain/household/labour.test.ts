import { describe, expect, it } from 'vitest';
import { LABOUR_CAPACITIES, type LabourCapacity } from '../../../src/domain/household/household.js';
import { hasLabourCapacity, hasOnlyWeakLabour, labourCount } from '../../../src/domain/household/labour.js';

const of = (...capacities: LabourCapacity[]) => capacities.map((labour) => ({ labour }));

describe('labour', () => {
  it('counts 3 of the five capacities: skilled, ordinary and weak', () => {
    expect(labourCount(of(...LABOUR_CAPACITIES))).toBe(3);
  });

  it('is there with one weak member, and not with lost and none', () => {
    expect(hasLabourCapacity(of('WEAK', 'NONE'))).toBe(true);
    expect(hasLabourCapacity(of('LOST', 'NONE'))).toBe(false);
    expect(hasLabourCapacity([])).toBe(false);
  });

  it('is weak only where every able member is weak, and there is one', () => {
    expect(hasOnlyWeakLabour(of('WEAK', 'LOST'))).toBe(true);
    expect(hasOnlyWeakLabour(of('WEAK', 'SKILLED'))).toBe(false);
    expect(hasOnlyWeakLabour(of('LOST'))).toBe(false);
  });
});
