import { describe, expect, it } from 'vitest';
import { FILTER_DEPTH, FILTER_SIZE, limitFilter } from '../../../src/platform/graphql/filter-limits.js';

const nested = (depth: number): object => (depth === 1 ? { size: { eq: 1 } } : { and: [nested(depth - 1)] });
const many = (filters: number): object => ({ or: Array.from({ length: filters - 1 }, () => ({})) });

describe('limitFilter', () => {
  it(`takes ${FILTER_DEPTH} levels and refuses one more, through and, or and not alike`, () => {
    expect(() => limitFilter(nested(FILTER_DEPTH))).not.toThrow();
    expect(() => limitFilter(nested(FILTER_DEPTH + 1))).toThrow('more than 8 deep');
    expect(() => limitFilter({ not: nested(FILTER_DEPTH) })).toThrow('more than 8 deep');
  });

  it('takes 500 filters and 500 values, and refuses 501', () => {
    expect(() => limitFilter(many(FILTER_SIZE))).not.toThrow();
    expect(() => limitFilter(many(FILTER_SIZE + 1))).toThrow('more than 500 filters');
    expect(() => limitFilter({ number: { in: Array(FILTER_SIZE).fill('a') } })).not.toThrow();
    expect(() => limitFilter({ number: { in: Array(FILTER_SIZE + 1).fill('a') } })).toThrow('more than 500 values');
  });

  it('takes no filter, nulls and instants', () => {
    for (const filter of [null, undefined, { and: null, not: null, size: null, updatedAt: { lt: new Date(0) } }])
      expect(() => limitFilter(filter)).not.toThrow();
  });

  it('survives a filter a million deep', () => {
    let deep: object = {};
    for (let level = 0; level < 1_000_000; level += 1) deep = { not: deep };
    expect(() => limitFilter(deep)).toThrow('more than 8 deep');
  });
});
