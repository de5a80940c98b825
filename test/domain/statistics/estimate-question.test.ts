import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { CASE_CATALOGUE } from '../../../src/domain/statistics/catalogue/cases.js';
import { cheaperQuestions } from '../../../src/domain/statistics/cheaper-questions.js';
import { estimateQuestion, magnitudeOf, type QuestionWork } from '../../../src/domain/statistics/estimate-question.js';
import { planQuestion } from '../../../src/domain/statistics/plan-question.js';

const work = (groupings: readonly (readonly string[])[], more: Partial<QuestionWork> = {}): QuestionWork => {
  const asked = groupings.map((names, at) => ({
    key: `rows${at}`,
    fields: names.map((name) => ({ name, key: name, args: name === 'region' ? { level: 'COUNTY' } : {} })),
  }));
  const planned = planQuestion(CASE_CATALOGUE, {
    groupings: asked,
    orderBy: [],
    having: [],
    withTotals: false,
    first: null,
    day: date('2023-11-30'),
  });
  if (!('plan' in planned)) throw new Error('not planned');
  return {
    groupings: planned.plan.groupings,
    rows: 100_000,
    counties: 100,
    past: false,
    published: false,
    ...more,
  };
};

describe('estimateQuestion', () => {
  it('costs 200 points for nothing at all, and a point more for 50 rows', () => {
    expect(estimateQuestion(work([['cases']], { rows: 0 }))).toBe(200);
    expect(estimateQuestion(work([['cases']], { rows: 50 }))).toBe(201);
    expect(estimateQuestion(work([['cases']], { rows: 51 }))).toBe(202);
  });

  it('costs more by dimensions, by values that overlap, by medians, by groupings and by past days', () => {
    const plain = estimateQuestion(work([['cases']]));
    expect(plain).toBe(2_200);
    expect(estimateQuestion(work([['category', 'cases']]))).toBe(2_700);
    expect(estimateQuestion(work([['riskGroup', 'cases']]))).toBe(4_200);
    expect(estimateQuestion(work([['cases', 'identificationDaysMedian']]))).toBe(6_200);
    expect(estimateQuestion(work([['cases'], ['cases']]))).toBe(4_200);
    expect(estimateQuestion(work([['cases']], { past: true }))).toBe(16_200);
  });

  it('costs twenty times as much for scorecards of the register, and no more for published ones', () => {
    expect(estimateQuestion(work([['cases']], { judged: 'SCORES' }))).toBe(40_200);
    expect(estimateQuestion(work([['cases']], { judged: 'SCORES', published: true }))).toBe(2_200);
  });

  it('costs thirty times as much for moves of the register, and no more for published ones', () => {
    expect(estimateQuestion(work([['cases']], { judged: 'MOVES' }))).toBe(60_200);
    expect(estimateQuestion(work([['cases']], { judged: 'MOVES', published: true }))).toBe(2_200);
  });

  it('grows with the rows and never shrinks', () => {
    let before = 0;
    for (const rows of [0, 1, 49, 50, 1_000, 999_999, 1_000_000, 250_000_000]) {
      const cost = estimateQuestion(work([['region', 'cases']], { rows }));
      expect(cost).toBeGreaterThanOrEqual(before);
      before = cost;
    }
  });
});

describe('cheaperQuestions', () => {
  it('names each change that is cheaper with what it would cost, the cheapest first, and the table last', () => {
    const dear = work([['region', 'riskGroup', 'cases', 'identificationDaysMedian'], ['cases']], { past: true });
    const offered = cheaperQuestions(dear);
    expect(offered.map(({ change }) => change)).toEqual([
      'name a region in `where`: one of the 100 counties, on average',
      'ask for today instead of a past day',
      'leave out the measure `identificationDaysMedian`, a median',
      'ask each of the 2 selections of `rows` by itself: the dearest of them',
      'drop the dimension `riskGroup`, of which a unit has several values',
      'drop the dimension `region`',
      'take the list itself as a table, which is read page by page',
    ]);
    const costs = offered.slice(0, -1).map(({ cost }) => cost!);
    expect(costs).toEqual([...costs].sort((one, other) => one - other));
    expect(costs.every((cost) => cost < estimateQuestion(dear))).toBe(true);
    expect(costs[0]).toBe(estimateQuestion({ ...dear, rows: 1_000 }));
  });

  it('offers an analyst no table, and nothing to a question that is as small as can be', () => {
    expect(cheaperQuestions(work([['cases']], { counties: 1, published: true }))).toEqual([]);
  });

  it('offers for scorecards a smaller region by their own argument, and no list', () => {
    const offered = cheaperQuestions(work([['cases']], { judged: 'SCORES' }));
    expect(offered.map(({ change }) => change)).toEqual([
      'name a region in `region`: one of the 100 counties, on average',
    ]);
    expect(cheaperQuestions(work([['cases']], { judged: 'SCORES', counties: 1 }))).toEqual([]);
  });

  it('offers for moves a shorter period, and nothing to leave out; of a publication, which is looked at whatever the days, neither', () => {
    const moves = work([['persons', 'category']], { judged: 'MOVES' });
    expect(cheaperQuestions(moves).map(({ change }) => change)).toEqual([
      'name a region in `where`: one of the 100 counties, on average',
      'ask for a shorter period: half of the days, on average',
      'take the list itself as a table, which is read page by page',
    ]);
    expect(cheaperQuestions({ ...moves, counties: 1, published: true })).toEqual([]);
  });

  it('reckons what a county would cost an analyst from no fewer rows than a thousand', () => {
    const few = work([['cases']], { rows: 20_000, counties: 100, published: true });
    expect(cheaperQuestions(few)[0]).toMatchObject({ cost: estimateQuestion({ ...few, rows: 1_000 }) });
  });
});

describe('magnitudeOf', () => {
  it('tells 1, 2 or 5 and noughts, never less than there are', () => {
    expect([1_001, 2_000, 2_001, 4_500, 5_001, 999_999].map(magnitudeOf)).toEqual([
      2_000, 2_000, 5_000, 5_000, 10_000, 1_000_000,
    ]);
  });

  it('tells nothing of a thousand or fewer, so that neither a number of rows nor a price tells single households apart', () => {
    const few = [0, 1, 2, 3, 450, 999, 1_000].map(magnitudeOf);
    expect(new Set(few)).toEqual(new Set([1_000]));
    expect(new Set(few.map((rows) => estimateQuestion(work([['cases']], { rows, published: true })))).size).toBe(1);
  });
});
