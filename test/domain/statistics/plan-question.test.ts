import { describe, expect, it } from 'vitest';
import { CASE_CATALOGUE } from '../../../src/domain/statistics/catalogue/cases.js';
import { CATALOGUES } from '../../../src/domain/statistics/catalogues.js';
import { notSummedOver } from '../../../src/domain/statistics/definition.js';
import { type AskedField, planQuestion, type StatQuestion } from '../../../src/domain/statistics/plan-question.js';

const field = (name: string, key = name, args: AskedField['args'] = {}): AskedField => ({ name, key, args });
const ask = (fields: readonly AskedField[], more: Partial<StatQuestion> = {}) =>
  planQuestion(CASE_CATALOGUE, { groupings: [{ key: 'rows', fields }], orderBy: [], first: null, ...more });

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
