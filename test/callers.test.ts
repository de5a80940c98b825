import { describe, expect, it } from 'vitest';
import { isBadToken } from '../src/callers.js';
import { ApiError } from '../src/platform/errors/api-error.js';

describe('isBadToken', () => {
  it('charges an address for a token that was refused, and not for keys of the issuer that cannot be had', () => {
    expect(isBadToken(new ApiError('UNAUTHENTICATED', 'no'))).toBe(true);
    expect(isBadToken(new ApiError('SERVICE_UNAVAILABLE', 'later'))).toBe(false);
    expect(isBadToken(new Error('anything else'))).toBe(false);
  });
});
