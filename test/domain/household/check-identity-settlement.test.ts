import { describe, expect, it } from 'vitest';
import { checkIdentitySettlement } from '../../../src/domain/household/check-identity-settlement.js';

const WAITS = { present: true, holdsNumber: true, outcome: null };
const codes = (...args: Parameters<typeof checkIdentitySettlement>) =>
  checkIdentitySettlement(...args).map(({ code, path }) => `${code} ${path.at(-1)}`);

describe('checkIdentitySettlement', () => {
  it('confirms a member who is here with the number, and none who left or has another', () => {
    expect(codes(WAITS, 'CONFIRMED_HERE')).toEqual([]);
    expect(codes({ ...WAITS, present: false }, 'CONFIRMED_HERE')).toEqual(['INVALID_STATE outcome']);
    expect(codes({ ...WAITS, holdsNumber: false }, 'CONFIRMED_HERE')).toEqual(['INVALID_STATE outcome']);
  });
  it('takes the number for mended once the register has another, not before', () => {
    expect(codes(WAITS, 'NUMBER_CORRECTED')).toEqual(['INVALID_STATE outcome']);
    expect(codes({ ...WAITS, holdsNumber: false }, 'NUMBER_CORRECTED')).toEqual([]);
  });
  it('takes the member for gone once the register says so, not before', () => {
    expect(codes(WAITS, 'MEMBER_LEFT')).toEqual(['INVALID_STATE outcome']);
    expect(codes({ ...WAITS, present: false }, 'MEMBER_LEFT')).toEqual([]);
  });
  it('lets a confirmation be revised, and no other end', () => {
    expect(codes({ present: true, holdsNumber: false, outcome: 'CONFIRMED_HERE' }, 'NUMBER_CORRECTED')).toEqual([]);
    expect(codes({ ...WAITS, outcome: 'NUMBER_CORRECTED' }, 'CONFIRMED_HERE')).toEqual(['INVALID_STATE reviewId']);
  });
});
