import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../src/platform/crypto/content-digest.js';

describe('canonicalJson', () => {
  it('sorts names at every level, by code unit, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: 1, c: null }, é: true, Z: '' })).toBe(
      '{"Z":"","a":{"c":null,"d":1},"b":[2,1],"é":true}',
    );
    expect(canonicalJson({ 10: 1, 9: 2 })).toBe('{"10":1,"9":2}');
  });

  it('leaves out what is undefined, and writes it as null in a list', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}');
    expect(canonicalJson(new Array(2))).toBe('[null,null]');
  });

  it('reads objects without a prototype and of a class alike, as GraphQL inputs come', () => {
    class Input {
      name = '张三';
    }
    expect(canonicalJson(Object.assign(Object.create(null), { name: '张三' }))).toBe(canonicalJson(new Input()));
  });

  it('writes dates by toJSON, minus zero as zero, a lone surrogate escaped', () => {
    expect(canonicalJson([new Date(0), -0, '\ud800'])).toBe('["1970-01-01T00:00:00.000Z",0,"\\ud800"]');
  });

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', { a: Number.POSITIVE_INFINITY }],
    ['undefined alone', undefined],
    ['a bigint', [1n]],
    ['a function', { a: () => 1 }],
    ['a map', { a: new Map([[1, 2]]) }],
    ['a set', new Set([1])],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('takes 200 levels, refuses 201, and a circle', () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    expect(canonicalJson(nested(200))).toHaveLength(400);
    expect(() => canonicalJson(nested(201))).toThrow('deeper than 200 levels');
    expect(() => canonicalJson(nested(100_000))).toThrow('deeper than 200 levels');
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(() => canonicalJson(circle)).toThrow('deeper than 200 levels');
  });

  it('parses back to the same JSON, and is the same whatever the order of names', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(object));
        expect(JSON.parse(canonicalJson(object))).toEqual(JSON.parse(JSON.stringify(object)));
      }),
    );
  });
});

describe('digestOf', () => {
  it('is SHA-256 of the canonical JSON in hexadecimal', () => {
    expect(digestOf({ b: 1, a: 2 })).toBe(createHash('sha256').update('{"a":2,"b":1}').digest('hex'));
  });

  it('tells 1 from "1", null from absent, and one list from another order', () => {
    const digests = [{ a: 1 }, { a: '1' }, { a: null }, {}, [1, 2], [2, 1]].map(digestOf);
    expect(new Set(digests).size).toBe(6);
  });
});
