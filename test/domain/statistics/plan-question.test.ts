import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CASE_CATALOGUE } from '../../../src/domain/statistics/catalogue/cases.js';
import { CATALOGUES } from '../../../src/domain/statistics/catalogues.js';
import { notSummedOver } from '../../../src/domain/statistics/definition.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { planQuestion } from '../../../src/domain/statistics/plan-question.js';
import { bitsOf, levelsOf, putTogether } from '../../../src/domain/statistics/stat-plan.js';
import type { AskedField, StatQuestion } from '../../../src/domain/statistics/stat-question.js';

const field = (name: string, key = name, args: AskedField['args'] = {}): AskedField => ({ name, key, args });
const ask = (fields: readonly AskedField[], more: Partial<StatQuestion> = {}) =>
  planQuestion(CASE_CATALOGUE, {
    groupings: [{ key: 'rows', fields }],
    orderBy: [],
    having: [],
    withTotals: false,
    first: null,
    day: date('2023-11-30'),
    ...more,
  });

describe('planQuestion', () => {
  it('takes one dimension at two levels for two, and asked for twice alike for one', () => {
    const planned = ask([
      field('region', 'province', { level: 'PROVINCE' }),
      field('region', 'county', { level: 'COUNTY' }),
      field('region', 'again', { level: 'COUNTY' }),
      field('cases'),
      field('cases', 'n'),
    ]);
    expect(planned).toMatchObject({
      plan: {
        limit: 1_000,
        groupings: [
          {
            dimensions: [
              { level: 'PROVINCE', slot: 'd0', keys: ['province'] },
              { level: 'COUNTY', slot: 'd1', keys: ['county', 'again'] },
            ],
            measures: [{ slot: 'm0', keys: ['cases', 'n'] }],
          },
        ],
      },
    });
  });

  it('orders by what is asked for, descending, and then by every dimension, ascending', () => {
    const planned = ask([field('status'), field('category'), field('cases', 'n')], { orderBy: [{ by: 'n' }] });
    expect('plan' in planned && planned.plan.groupings[0]?.order).toEqual([
      { slot: 'm0', direction: 'DESC' },
      { slot: 'd0', direction: 'ASC' },
      { slot: 'd1', direction: 'ASC' },
    ]);
  });

  it.each([
    [1, 0],
    [10_000, 10_001],
  ])('answers %i rows and refuses %i', (good, bad) => {
    expect(ask([field('cases')], { first: good })).toHaveProperty('plan');
    expect(ask([field('cases')], { first: bad })).toMatchObject({ faults: [{ path: ['first'] }] });
  });

  it('answers 8 dimensions of a grouping and 6 groupings, and refuses 9 and 7', () => {
    const buckets = ['openedIn', 'identifiedIn', 'eliminatedIn'].flatMap((name) =>
      ['MONTH', 'QUARTER', 'YEAR'].map((bucket) => field(name, `${name}${bucket}`, { bucket })),
    );
    expect(ask(buckets.slice(0, 8))).toHaveProperty('plan');
    expect(ask(buckets)).toMatchObject({ faults: [{ path: ['rows'] }] });
    const grouping = (key: number) => ({ key: String(key), fields: [field('cases')] });
    const several = (many: number) => Array.from({ length: many }, (_, at) => grouping(at));
    expect(ask([], { groupings: several(6) })).toHaveProperty('plan');
    expect(ask([], { groupings: several(7) })).toHaveProperty('faults');
  });

  it('names every reason at once, and what could have been ordered by', () => {
    const planned = ask([field('status'), field('cases')], { first: 0, orderBy: [{ by: 'persons' }] });
    expect('faults' in planned && planned.faults.map(({ path }) => path)).toEqual([['first'], ['orderBy', '0', 'by']]);
    expect('faults' in planned && planned.faults[1]?.message).toContain('selected are status, cases');
  });
});

describe('what is derived of figures', () => {
  const REGION = field('region', 'county', { level: 'COUNTY' });

  it('plans a measure once, whether it is selected or only a share of it is', () => {
    const planned = ask([
      REGION,
      field('share', 'part', { of: 'cases' }),
      field('cases'),
      field('share', 'own', { of: 'persons' }),
    ]);
    expect('plan' in planned && planned.plan.groupings[0]).toMatchObject({
      measures: [
        { slot: 'm0', keys: ['cases'] },
        { slot: 'm1', keys: [] },
      ],
      shares: [
        { of: { slot: 'm0' }, over: ['d0'], slot: 's0', keys: ['part'] },
        { of: { slot: 'm1' }, over: ['d0'], slot: 's1', keys: ['own'] },
      ],
    });
  });

  it('takes 12 shares and 3 earlier days, and refuses 13 and 4', () => {
    const shares = (many: number) => Array.from({ length: many }, (_, at) => field('share', `s${at}`, { of: 'cases' }));
    expect(ask([REGION, ...shares(12)])).toHaveProperty('plan');
    expect(ask([REGION, ...shares(13)])).toMatchObject({ faults: [{ path: ['rows', 's0'] }] });
    const changes = (many: number) =>
      Array.from({ length: many }, (_, at) => field('change', `c${at}`, { of: 'cases', since: `2023-0${at + 1}-01` }));
    expect(ask([REGION, ...changes(3)])).toHaveProperty('plan');
    expect(ask([REGION, ...changes(4)])).toMatchObject({ faults: [{ path: ['rows', 'c0'] }] });
  });

  it('compares with the day before the one that is asked about, and not with that day', () => {
    const since = (day: string) => ask([field('change', 'c', { of: 'cases', since: day })]);
    expect(since('2023-11-29')).toHaveProperty('plan');
    expect(since('2023-11-30')).toHaveProperty('faults');
  });

  it('names every fault of having, shares, changes and totals at once', () => {
    const planned = ask(
      [field('status'), field('share', 'part', { of: 'households' }), field('change', 'c', { of: 'cases' })],
      { having: [{ by: 'status' }], withTotals: true },
    );
    expect('faults' in planned && planned.faults.map(({ path }) => path)).toEqual([
      ['rows', 'part'],
      ['rows', 'c'],
      ['rows'],
      ['having', '0', 'by'],
      ['having', '0'],
    ]);
  });

  it('has, whatever is selected, one column a thing, orders by columns that it has, and shares over dimensions that add up', () => {
    const anyField = fc.oneof(
      fc
        .constantFrom('status', 'category', 'riskGroup', 'cases', 'households', 'perCapitaMean')
        .map((name) => field(name)),
      fc.constantFrom('PROVINCE', 'COUNTY').map((level) => field('region', level, { level })),
      fc.constantFrom('MONTH', 'YEAR').map((bucket) => field('openedIn', bucket, { bucket })),
      fc
        .record({
          of: fc.constantFrom('cases', 'persons', 'households', 'perCapitaMedian'),
          over: fc.option(fc.subarray(['status', 'riskGroup', 'COUNTY', 'MONTH'])),
        })
        .map((args) => field('share', JSON.stringify(args), args)),
      fc
        .record({
          of: fc.constantFrom('cases', 'perCapitaMedian'),
          against: fc.option(fc.constantFrom('PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR')),
          since: fc.option(fc.constantFrom('2023-01-01', '2023-11-30')),
        })
        .map((args) => field('change', JSON.stringify(args), args)),
      fc.constant(field('totalOver')),
    );
    const question = fc.record({
      fields: fc.array(anyField, { maxLength: 10 }),
      by: fc.constantFrom('cases', 'status', 'MONTH'),
      withTotals: fc.boolean(),
    });
    let answered = 0;
    fc.assert(
      fc.property(question, ({ fields, by, withTotals }) => {
        const planned = ask(fields, { withTotals, orderBy: fields.some(({ key }) => key === by) ? [{ by }] : [] });
        if ('faults' in planned) {
          expect(planned.faults.length).toBeGreaterThan(0);
          return;
        }
        answered += 1;
        const [grouping] = planned.plan.groupings;
        const { dimensions, measures, shares, changes, order } = grouping!;
        const slots = [...dimensions, ...measures, ...shares, ...changes].map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(slots.length);
        for (const { slot } of order) expect(slots).toContain(slot);
        for (const { of, over } of shares) {
          const names = dimensions.filter(({ slot }) => over.includes(slot)).map(({ definition }) => definition.name);
          expect(names.length).toBeGreaterThan(0);
          expect(notSummedOver(CASE_CATALOGUE, of.definition).filter((name) => names.includes(name))).toEqual([]);
        }
        expect(levelsOf(grouping!).map((kept) => putTogether(grouping!, { g: bitsOf(grouping!, kept) }))).toEqual(
          levelsOf(grouping!).map((kept) => dimensions.slice(kept)),
        );
      }),
      { numRuns: 500 },
    );
    expect(answered).toBeGreaterThan(50);
  });
});

describe('the catalogues', () => {
  it('have a Chinese and an English term and a sentence for every dimension and measure, each once', () => {
    for (const { subject, dimensions, measures } of CATALOGUES) {
      const all = [...dimensions, ...measures];
      expect(new Set(all.map(({ name }) => name)).size, subject).toBe(all.length);
      for (const { name, term, how } of all) {
        expect(term.zh, name).toMatch(/\p{Script=Han}/u);
        expect(term.en, name).toMatch(/^[A-Z]/);
        expect(how, name).toMatch(/\.$/);
      }
    }
  });

  it('let counts be added up over all but what overlaps, and means over nothing', () => {
    expect(notSummedOver(CASE_CATALOGUE, { fold: 'COUNT' })).toEqual(['riskType', 'riskGroup', 'specialGroup']);
    expect(notSummedOver(CASE_CATALOGUE, { fold: 'MEAN' })).toHaveLength(CASE_CATALOGUE.dimensions.length);
  });
});
