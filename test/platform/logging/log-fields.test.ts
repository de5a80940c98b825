import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readLogFields } from '../../../src/platform/logging/log-fields.js';

const key = createSecretKey(randomBytes(32));
const read = (fields: Record<string, unknown>): Record<string, unknown> => readLogFields(fields, key);

describe('readLogFields', () => {
  it('keeps listed fields, leaves out what is null, counts the rest', () => {
    expect(read({ ms: 1, ready: true, role: 'COUNTY_OFFICER', code: null, name: '张三', phone: 1 })).toEqual({
      ms: 1,
      ready: true,
      role: 'COUNTY_OFFICER',
      unlisted: 2,
    });
  });

  it.each(['430121', '430121001', '430121001001'])('keeps the region %s', (region) => {
    expect(read({ region })).toEqual({ region });
  });

  it.each(['4301', '13812341234', '430121194912310034', 430121])('does not take %j for a region', (region) => {
    expect(read({ region })).toEqual({ unlisted: 1 });
  });

  it('takes nothing from the prototype of its list', () => {
    expect(read({ constructor: 'x', toString: 'y', ['__proto__']: 'z' })).toEqual({ unlisted: 3 });
  });

  it('keeps no number that is none', () => {
    expect(read({ ms: Number.NaN, count: Number.POSITIVE_INFINITY, rows: 0 })).toEqual({ rows: 0, unlisted: 2 });
  });
});
