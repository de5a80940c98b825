import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { combineFilters } from '../../../src/domain/segment/combine-filters.js';
import { normalizeFilter } from '../../../src/domain/segment/normalize-filter.js';

interface Filter {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
  readonly region?: string | null;
  readonly resettled?: boolean | null;
  readonly status?: readonly string[] | null;
  readonly size?: { readonly gte?: number | null; readonly lte?: number | null } | null;
}
interface Unit {
  readonly region: string;
  readonly resettled: boolean;
  readonly status: string;
  readonly size: number;
}

/** What a filter finds, told once more and by itself. */
function finds(filter: Filter, unit: Unit): boolean {
  const { and, or, not, region, resettled, status, size } = filter;
  const under = (code: string) => unit.region.startsWith(code.replace(/(0000|00)$/, ''));
  return (
    (and ?? []).every((one) => finds(one, unit)) &&
    (!or || or.some((one) => finds(one, unit))) &&
    (!not || !finds(not, unit)) &&
    (!region || under(region)) &&
    (resettled === null || resettled === undefined || unit.resettled === resettled) &&
    (!status || status.includes(unit.status)) &&
    unit.size >= (size?.gte ?? 0) &&
    unit.size <= (size?.lte ?? 9)
  );
}

const REGIONS = ['430000', '430100', '430121', '430121001', '430600', '520000'];
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.record(
    {
      region: optional(fc.constantFrom(...REGIONS)),
      resettled: optional(fc.option(fc.boolean(), { nil: null })),
      status: optional(fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 3 })),
      size: optional(
        fc.record({ gte: optional(fc.integer({ min: 0, max: 4 })), lte: optional(fc.integer({ min: 2, max: 9 })) }),
      ),
      and: optional(fc.array(tie('filter') as fc.Arbitrary<Filter>, { maxLength: 2, depthIdentifier: 'f' })),
      or: optional(fc.array(tie('filter') as fc.Arbitrary<Filter>, { maxLength: 2, depthIdentifier: 'f' })),
      not: fc.option(tie('filter') as fc.Arbitrary<Filter>, { nil: undefined, depthIdentifier: 'f', maxDepth: 2 }),
    },
    { requiredKeys: [] },
  ),
}));
const unit = fc.record({
  region: fc.constantFrom('430121001', '430121002', '430626001', '520115001', '430102001'),
  resettled: fc.boolean(),
  status: fc.constantFrom('A', 'B', 'C'),
  size: fc.integer({ min: 0, max: 9 }),
});

describe('two filters together', () => {
  it('find what both find', () => {
    fc.assert(
      fc.property(filter, filter, fc.array(unit, { minLength: 5, maxLength: 20 }), (one, other, units) => {
        const both = combineFilters(one, other);
        for (const each of units) expect(finds(both, each)).toBe(finds(one, each) && finds(other, each));
      }),
      { numRuns: 300 },
    );
  });

  it('are as flat as they can be, and of two regions the smaller is that of the whole', () => {
    expect(combineFilters(null, { resettled: true })).toEqual({ resettled: true });
    expect(combineFilters<Filter>({ status: ['A'] }, { size: { gte: 3 } })).toEqual({
      status: ['A'],
      size: { gte: 3 },
    });
    expect(combineFilters<Filter>({ status: ['A'] }, { status: ['B'] })).toEqual({
      status: ['A'],
      and: [{ status: ['B'] }],
    });
    const region = (code: string): { region: RegionCode } => ({ region: code as RegionCode });
    expect(combineFilters(region('430000'), region('430121'))).toEqual({ region: '430121' });
    expect(combineFilters(region('430121'), region('000000'))).toEqual({ region: '430121' });
    expect(combineFilters(region('430121'), region('520000'))).toEqual({
      region: '430121',
      and: [{ region: '520000' }],
    });
  });
});

describe('a normalized filter', () => {
  it('finds what it found, in one form whatever the order it was written in', () => {
    const turned = (one: unknown): unknown => {
      if (Array.isArray(one)) return one.map(turned);
      if (typeof one !== 'object' || one === null) return one;
      return Object.fromEntries(
        Object.entries(one)
          .reverse()
          .map(([name, value]) => [name, turned(value)]),
      );
    };
    fc.assert(
      fc.property(filter, fc.array(unit, { minLength: 5, maxLength: 20 }), (one, units) => {
        const kept = normalizeFilter({ ...one }) as Filter;
        for (const each of units) expect(finds(kept, each)).toBe(finds(one, each));
        expect(JSON.stringify(kept)).toBe(JSON.stringify(normalizeFilter(turned(one) as { [name: string]: unknown })));
        expect(normalizeFilter({ ...kept })).toEqual(kept);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves out what asks nothing, and keeps what says something by being empty', () => {
    expect(normalizeFilter({ size: {}, and: [], status: null, resettled: false })).toEqual({ resettled: false });
    expect(normalizeFilter({ and: [{}, { and: [{ size: {} }] }], or: [{}], not: { and: [{}] } })).toEqual({
      not: {},
      or: [{}],
    });
    expect(normalizeFilter({ and: [{}, { resettled: true }] })).toEqual({ and: [{ resettled: true }] });
    expect(normalizeFilter({ or: [], not: {}, status: [] })).toEqual({ not: {}, or: [], status: [] });
    expect(normalizeFilter({ size: { in: [10, 9, 9] }, status: ['B', 'A', 'B'] })).toEqual({
      size: { in: [9, 10] },
      status: ['A', 'B'],
    });
  });
});
