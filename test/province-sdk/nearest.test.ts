import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/province-sdk/nearest.js';

describe('nearest', () => {
  it('finds a word three edits away and none four edits away', () => {
    expect(nearest('temporary-assistXYZ', ['temporary-assistance'])).toBe(null);
    expect(nearest('temporary-assistan', ['temporary-assistance'])).toBe('temporary-assistance');
    expect(nearest('HUOSING', ['HOUSING', 'WATER'])).toBe('HOUSING');
  });

  it('takes the nearer of two and no word as long as the edits', () => {
    expect(nearest('medical-ad', ['medical-aid', 'medical-card'])).toBe('medical-aid');
    expect(nearest('xyz', ['abc'])).toBeNull();
    expect(didYouMean('zzzzzz', ['abc'])).toBeNull();
  });
});
