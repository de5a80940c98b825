import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/province-sdk/index.js';

describe('canonicalJson', () => {
  it('sorts keys and leaves absent fields out', () => {
    expect(canonicalJson({ b: [1, null, { z: '湘', a: true }], a: undefined })).toBe(
      '{"b":[1,null,{"a":true,"z":"湘"}]}',
    );
  });

  it('refuses what is no data', () => {
    for (const value of [() => 1, Symbol('x'), 1n, Number.NaN, Number.POSITIVE_INFINITY, { a: [() => 1] }]) {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    }
  });

  it('gives one text for any order of keys, which reads back as the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
