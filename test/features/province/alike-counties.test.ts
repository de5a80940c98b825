import { describe, expect, it } from 'vitest';
import { alikeCounties } from '../../../src/features/province/alike-counties.js';

describe('counties under the same rules', () => {
  it('are put together by what their rules say, in the order in which each is met first', () => {
    const limits = { '430121': [{ months: 12 }], '130102': [{ months: 6 }], '430181': [{ months: 12 }] };
    const asked: string[] = [];
    const alike = alikeCounties(Object.keys(limits).reverse(), (county) => {
      asked.push(county);
      return limits[county as keyof typeof limits];
    });
    expect(alike).toEqual([
      { counties: ['430181', '430121'], rules: [{ months: 12 }] },
      { counties: ['130102'], rules: [{ months: 6 }] },
    ]);
    expect(asked).toEqual(['430181', '430121', '130102']);
  });

  it('are none where none is asked about', () => {
    expect(alikeCounties([], () => null)).toEqual([]);
  });
});
