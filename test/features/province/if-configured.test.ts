import { describe, expect, it } from 'vitest';
import { ifConfigured } from '../../../src/features/province/index.js';
import { ApiError, type ApiErrorCode } from '../../../src/platform/errors/api-error.js';

const failing = (code: ApiErrorCode) => () => {
  throw new ApiError(code, 'no rules');
};

describe('ifConfigured', () => {
  it('answers what the configuration says, and null where it is not there', () => {
    expect(ifConfigured(() => 20)).toBe(20);
    expect(ifConfigured(failing('PROVINCE_CONFIG_INVALID'))).toBeNull();
  });

  it('hands on whatever else was thrown', () => {
    expect(() => ifConfigured(failing('FORBIDDEN'))).toThrow('no rules');
    expect(() =>
      ifConfigured(() => {
        throw new Error('a fault of ours');
      }),
    ).toThrow('a fault of ours');
  });
});
