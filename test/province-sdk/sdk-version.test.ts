import { describe, expect, it } from 'vitest';
import { isInRange, SDK_VERSION } from '../../src/province-sdk/sdk-version.js';

describe('isInRange', () => {
  it.each([
    ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false],
    ['1.9.0', '^1.2.3', true],
    ['1.2.2', '^1.2.3', false],
    ['2.0.0', '^1.2.3', false],
    ['0.3.0', '^0.2.0', false],
    ['0.2.9', '^0.2.0', true],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['9.0.0', '>=1.2.3', true],
    ['1.2.2', '>=1.2.3', false],
  ])('%s in %s is %s', (version, range, expected) => {
    expect(isInRange(version, range)).toBe(expected);
  });

  it('says of "1.x", "latest" and nothing that they are no range', () => {
    expect(['1.x', 'latest', '', '^1'].map((range) => isInRange(SDK_VERSION, range))).toEqual([null, null, null, null]);
  });
});
