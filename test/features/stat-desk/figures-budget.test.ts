import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FiguresStage } from '../../support/figures-stage.js';

const DEAR = `{ householdStats(first: 1, asOf: "2023-06-30") {
  a: rows { specialGroup band size formerStatus households perCapitaMedian }
  b: rows { specialGroup resettled households perCapitaMedian }
  c: rows { specialGroup size households perCapitaMedian }
  d: rows { specialGroup monitored households perCapitaMedian } } }`;
const CHEAP = '{ householdStats(first: 1) { rows { households } } }';

describe('what the figures of one operation may cost', () => {
  let stage: FiguresStage;
  beforeAll(async () => {
    stage = await FiguresStage.start({ FIGURES_LIMIT: '1000', RATE_LIMIT: '6000' });
  }, 180_000);
  afterAll(() => stage?.app.stop());

  it('refuses a question that is too dear before it runs, and says what would make it cheaper', async () => {
    stage.app.forget();
    const { data, errors } = await stage.asked(DEAR);
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/It was not run\. Cheaper: .*name a region in `where`.*take the list itself/),
      extensions: { code: 'COMPLEXITY_LIMIT', limit: 1_000 },
    });
    expect(errors[0]!.extensions['cost']).toBeGreaterThan(1_000);
    expect(stage.app.statements.filter((text) => /GROUP BY/.test(text))).toEqual([]);
    const { explainStats } = await stage.answered(
      'query($query: String!) { explainStats(query: $query) { cost allowed } }',
      undefined,
      {
        query: DEAR,
      },
    );
    expect(explainStats).toEqual([{ cost: errors[0]!.extensions['cost'], allowed: false }]);
  });

  it('refuses scorecards that are too dear before they run, and names the smaller region by their own argument', async () => {
    stage.app.forget();
    const asked = ['01', '02', '03'].map(
      (month) =>
        `m${month}: scorecards(region: "000000", level: COUNTY, from: "2023-${month}-01", to: "2023-12-31") { households }`,
    );
    const { errors } = await stage.asked(`{ ${asked.join(' ')} }`);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(
        /It was not run\. Cheaper: name a region in `region`: one of the \d+ counties[^;]*\.$/,
      ),
      extensions: { code: 'COMPLEXITY_LIMIT', limit: 1_000 },
    });
  });

  it('adds up what different questions of one operation cost', async () => {
    const questions = ['a', 'b', 'c', 'd', 'e', 'f'].map(
      (name, at) => `${name}: householdStats(first: ${at + 1}) { rows { households } }`,
    );
    const { errors } = await stage.asked(`{ ${questions.join(' ')} }`);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/after \d+ for the figures before it/),
      extensions: { code: 'COMPLEXITY_LIMIT' },
    });
  });

  it("takes what figures cost from the caller's minute, and says what it costs when that is used up", async () => {
    let last = await stage.asked(CHEAP);
    for (let tried = 0; tried < 40 && last.errors.length === 0; tried += 1) last = await stage.asked(CHEAP);
    expect(last.errors[0]).toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
    expect(last.status).toBe(429);
  });
});
