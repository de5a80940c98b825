import { describe, expect, it } from 'vitest';
import { type PackedValue, packValues } from '../../../src/platform/database/pack-values.js';

const COUNTIES = ['430121'];
const packed = (values: Record<string, PackedValue>, ofCounty: readonly string[] = []) =>
  packValues(new Map(Object.entries(values)), ofCounty);

describe('the values of an object as one JSON array', () => {
  it('puts texts into one array of texts, ahead of everything else', () => {
    const { text, unpack } = packed({
      id: { text: 't.id', plain: true },
      version: { text: 't.version' },
      name: { text: 't.name', plain: true },
    });
    expect(text).toBe('json_build_array(ARRAY[t.id::text, t.name::text]::text[], t.version)');
    expect(unpack([['x', null], 7], COUNTIES)).toEqual({ id: 'x', name: null, version: 7 });
  });

  it('is the array of texts alone where there is nothing else', () => {
    const { text, unpack } = packed({ id: { text: 't.id', plain: true } });
    expect(text).toBe('to_json(ARRAY[t.id::text]::text[])');
    expect(unpack(['x'], COUNTIES)).toEqual({ id: 'x' });
  });

  it('is an array without texts where there are none', () => {
    const { text, unpack } = packed({ version: { text: 't.version' } });
    expect(text).toBe('json_build_array(ARRAY[]::text[], t.version)');
    expect(unpack([[], 7], COUNTIES)).toEqual({ version: 7 });
  });

  it('takes the one county of a statement from the statement', () => {
    const { unpack } = packed({ id: { text: 't.id', plain: true } }, ['countyCode']);
    expect(unpack(['x'], COUNTIES)).toEqual({ countyCode: '430121', id: 'x' });
  });

  it('makes of a value what its relation makes of it, with the counties of the statement', () => {
    const { unpack } = packed({ members: { text: 'm', unpack: (value, counties) => [value, ...counties] } });
    expect(unpack([[], 'rows'], COUNTIES)).toEqual({ members: ['rows', '430121'] });
  });

  it.each([89, 90, 91, 250])('gives no function more than its 100 arguments, with %i values', (count) => {
    const values = Object.fromEntries(Array.from({ length: count }, (_, n) => [`v${n}`, { text: `c${n}` }]));
    const { text, unpack } = packed({ id: { text: 't.id', plain: true }, ...values });
    const calls = text.split('json_build_array(').slice(1);
    for (const call of calls) expect(call.split(')')[0]!.split(', ').length).toBeLessThanOrEqual(100);
    const flat = [['x'], ...Object.keys(values).map((_, n) => n)];
    const parts: unknown[] = [];
    for (let at = 0; at < flat.length; at += 90) parts.push(flat.slice(at, at + 90));
    const object = unpack(calls.length > 1 ? parts : flat, COUNTIES);
    expect(object).toEqual({ id: 'x', ...Object.fromEntries(Object.keys(values).map((key, n) => [key, n])) });
  });
});
