import { describe, expect, it } from 'vitest';
import { faultOfHouseholdNumber, householdNumberOf } from '../../../src/domain/household/household-number.js';

describe('householdNumberOf', () => {
  it('writes the 42nd of 430121 as 430121H0000000042', () => {
    expect(householdNumberOf('430121', 42)).toBe('430121H0000000042');
  });
});

describe('faultOfHouseholdNumber', () => {
  it.each(['4301', 'HN-2014-000123', 'a'.repeat(32), '430121H000000004', '430121H00000000042'])(
    'takes %s',
    (number) => {
      expect(faultOfHouseholdNumber(number)).toBeNull();
    },
  );

  it.each(['', '430', 'a'.repeat(33), '-4301', '4301-', '43 01', '户4301', '4301\n'])('refuses %j', (number) => {
    expect(faultOfHouseholdNumber(number)).toBe('a household number has 4 to 32 letters, digits and hyphens');
  });

  it('refuses what this register gives out itself', () => {
    expect(faultOfHouseholdNumber(householdNumberOf('430121', 1))).toContain('given out here');
  });
});
