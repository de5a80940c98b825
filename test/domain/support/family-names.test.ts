import { describe, expect, it } from 'vitest';
import { FAMILY_NAMES, familiesOfNeed } from '../../../src/domain/support/family-names.js';
import { INSTRUMENT_FAMILIES } from '../../../src/domain/support/policy-instrument.js';
import { INSTRUMENTS } from './a-plan.js';

describe('familiesOfNeed', () => {
  it('reads a family by its code, in any case, and by its Chinese name', () => {
    expect(familiesOfNeed('employment', INSTRUMENTS)).toEqual(['EMPLOYMENT']);
    expect(familiesOfNeed(' 扶志扶智 ', INSTRUMENTS)).toEqual(['MOTIVATION']);
    for (const family of INSTRUMENT_FAMILIES)
      expect(familiesOfNeed(FAMILY_NAMES[family], INSTRUMENTS)).toContain(family);
  });

  it('reads an instrument by code or name', () => {
    expect(familiesOfNeed('house-renovation', INSTRUMENTS)).toEqual(['HOUSING']);
    expect(familiesOfNeed('签约家庭医生', INSTRUMENTS)).toEqual(['HEALTH']);
  });

  it('is null for words that name neither: only a person can judge them', () => {
    expect(familiesOfNeed('somebody to look after the fields', INSTRUMENTS)).toBeNull();
  });
});
