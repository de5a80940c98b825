import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { publishFigures } from '../../../src/features/publication/index.js';
import { ChartPictures } from '../../../src/platform/chart/chart-pictures.js';
import { Database } from '../../../src/platform/database/database.js';
import { openDoor } from '../../platform/http/small-door.js';
import type { Answer, TestApp } from '../../support/test-app.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

let stage: FiguresStage;
let app: TestApp;
const asked: FiguresStage['asked'] = (...given) => stage.asked(...given);
const answered: FiguresStage['answered'] = (...given) => stage.answered(...given);
const counted = <T>(text: string): Promise<T[]> => stage.counted<T>(text);
beforeAll(async () => {
  stage = await FiguresStage.start();
  app = stage.app;
}, 180_000);
afterAll(async () => {
  await app?.stop();
});

type Row = Answer['data'];
const yuan = (fen: unknown): string | null => (fen === null ? null : (Number(fen) / 100).toFixed(2));
const millionth = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

async function refused(query: string, grant: Grant = NATION): Promise<string> {
  const { errors } = await asked(query, grant);
  expect(errors[0]?.extensions.code, query).toBe('BAD_USER_INPUT');
  return errors[0]!.message;
}

describe('having', () => {
  it('answers the rows whose figures hold, counts by number and money by yuan, as a recount in SQL does', async () => {
    const { householdStats } =
      await answered(`{ householdStats(having: [{ by: "n", gte: 10, lt: 40 }, { by: "perCapitaMean", gt: 12000.5 }]) {
      rows { size resettled n: households perCapitaMean } } }`);
    const rows =
      await counted<Row>(`SELECT size, resettled, count(*) AS n, round(avg(per_capita_fen)) AS mean FROM household GROUP BY 1, 2
      HAVING count(*) >= 10 AND count(*) < 40 AND round(avg(per_capita_fen)) > 1200050 ORDER BY 1, 2`);
    expect(rows.length).toBeGreaterThan(1);
    expect(householdStats.rows).toEqual(
      rows.map(({ size, resettled, n, mean }) => ({ size, resettled, n: Number(n), perCapitaMean: yuan(mean) })),
    );
  });

  it('is held before `first`, and leaves a grouping alone that has not selected the figure', async () => {
    const { caseStats } = await answered(`{ caseStats(having: [{ by: "n", lte: 3 }], orderBy: [{ by: "n" }], first: 4) {
      truncated rows { channel category n: cases } all: rows { cases } } }`);
    const [all] = await counted<{ n: number }>('SELECT count(*) AS n FROM monitoring_case');
    expect(caseStats.rows.map(({ n }: Row) => n).every((n: number) => n <= 3)).toBe(true);
    expect(caseStats.all).toEqual([{ cases: Number(all!.n) }]);
  });

  it.each([
    ['[{ by: "persons", gt: 1 }]', 'is a measure, and is not selected'],
    ['[{ by: "status", gt: 1 }]', 'is a dimension'],
    ['[{ by: "channel", gt: 1 }]', 'is a dimension'],
    ['[{ by: "nonsense", gt: 1 }]', 'is the response key of no measure, share or change'],
    ['[{ by: "cases" }]', 'give eq, gt, gte, lt or lte'],
    ['[{ by: "mean", gt: 1.005 }]', 'two decimals'],
  ])('is refused as %s: %s', async (having, says) => {
    const query = `{ caseStats(having: ${having}) { rows { status cases mean: perCapitaMean } } }`;
    expect(await refused(query)).toContain(says);
  });
});

describe('totals', () => {
  it('are counted anew for each beginning of the dimensions: medians and different households are right in them', async () => {
    const { caseStats } = await answered(`{ caseStats(withTotals: true) { rows { totalOver
      county: region(level: COUNTY) { code } category cases households perCapitaMedian perCapitaMean } } }`);
    const figures = `count(*) AS n, count(DISTINCT m.household_id) AS hh,
      round((percentile_cont(0.5) WITHIN GROUP (ORDER BY h.per_capita_fen))::numeric) AS median, round(avg(h.per_capita_fen)) AS mean`;
    const from = 'FROM monitoring_case m JOIN household h ON h.id = m.household_id';
    const of = async (over: string[], county: string, category: string, groupBy: string): Promise<object[]> =>
      (
        await counted<Row>(
          `SELECT ${county} AS county, ${category} AS category, ${figures} ${from} ${groupBy} ORDER BY 1, 2 NULLS LAST`,
        )
      ).map((row) => ({
        totalOver: over,
        county: row['county'] === null ? null : { code: row['county'] },
        category: row['category'],
        cases: Number(row['n']),
        households: Number(row['hh']),
        perCapitaMedian: yuan(row['median']),
        perCapitaMean: yuan(row['mean']),
      }));
    expect(caseStats.rows).toEqual([
      ...(await of([], 'm.county_code', 'm.category', 'GROUP BY 1, 2')),
      ...(await of(['category'], 'm.county_code', 'NULL::text', 'GROUP BY 1')),
      ...(await of(['county', 'category'], 'NULL::text', 'NULL::text', '')),
    ]);
    const { measureStats } = await answered(
      '{ measureStats(withTotals: true) { rows { totalOver instrument { code } households } } }',
    );
    const [all] = await counted<Row>('SELECT count(DISTINCT household_id) AS n FROM support_measure');
    const total = measureStats.rows.at(-1);
    expect(total).toEqual({ totalOver: ['instrument'], instrument: null, households: Number(all!['n']) });
    const rows = measureStats.rows.slice(0, -1);
    expect(total.households).toBeLessThan(sum(rows.map(({ households }: Row) => households)));
  });

  it('count a case once that stands in several rows: those without the dimension that overlaps are counted without it', async () => {
    const { caseStats } = await answered(`{ caseStats(withTotals: true) { rows { totalOver
      riskGroup year: openedIn(bucket: YEAR) specialGroup cases persons } } }`);
    const [all] = await counted<Row>(
      'SELECT count(*) AS n, sum(size) AS p FROM monitoring_case m JOIN household h ON h.id = m.household_id',
    );
    const total = caseStats.rows.at(-1);
    expect(total).toMatchObject({
      totalOver: ['riskGroup', 'year', 'specialGroup'],
      cases: Number(all!['n']),
      persons: Number(all!['p']),
    });
    const byGroup = (await answered('{ caseStats { rows { riskGroup cases persons } } }')).caseStats.rows;
    const subtotals = caseStats.rows
      .filter(({ totalOver }: Row) => totalOver.join() === 'year,specialGroup')
      .map(({ riskGroup, cases, persons }: Row) => ({ riskGroup, cases, persons }));
    expect(subtotals).toEqual(byGroup);
    expect(sum(byGroup.map(({ cases }: Row) => cases))).toBeGreaterThan(total.cases);
  });

  it('tell a total from cases without a category, stand beside `first` and are not chosen among', async () => {
    const { caseStats } =
      await answered(`{ caseStats(withTotals: true, orderBy: [{ by: "cases" }], first: 2, having: [{ by: "cases", gt: 1 }]) {
      truncated rows { totalOver category cases } } }`);
    const [all] = await counted<Row>('SELECT count(*) AS n FROM monitoring_case');
    expect(caseStats.truncated).toBe(true);
    expect(caseStats.rows).toHaveLength(3);
    expect(caseStats.rows.at(-1)).toEqual({ totalOver: ['category'], category: null, cases: Number(all!['n']) });
    const full = (await answered('{ caseStats(withTotals: true) { rows { totalOver category cases } } }')).caseStats
      .rows;
    expect(full.filter(({ category }: Row) => category === null).map(({ totalOver }: Row) => totalOver)).toEqual([
      [],
      ['category'],
    ]);
  });

  it('are there where nobody is', async () => {
    const { householdStats } = await answered(
      '{ householdStats(where: { region: "110101" }, withTotals: true) { rows { totalOver size households perCapitaMean } } }',
    );
    expect(householdStats.rows).toEqual([{ totalOver: ['size'], size: null, households: 0, perCapitaMean: null }]);
  });

  it('are refused where a row could not say which it is, and where no dimension is selected', async () => {
    expect(await refused('{ caseStats(withTotals: true) { rows { category cases } } }')).toContain(
      'select `totalOver`',
    );
    expect(await refused('{ caseStats(withTotals: true) { rows { cases } } }')).toContain('leave it out');
  });
});

describe('shares', () => {
  it('are parts of the whole of some dimensions, whatever having and first leave out', async () => {
    const { caseStats } =
      await answered(`{ caseStats(having: [{ by: "ofAll", gte: 0.02 }], orderBy: [{ by: "ofAll" }], first: 5) {
      rows { county: region(level: COUNTY) { code } category cases ofAll: share(of: CASES) ofCounty: share(of: CASES, over: ["category"])
        persons: share(of: PERSONS, over: ["county"]) } } }`);
    const rows =
      await counted<Row>(`SELECT m.county_code AS county, m.category, count(*) AS n, sum(h.size) AS p FROM monitoring_case m
      JOIN household h ON h.id = m.household_id GROUP BY 1, 2`);
    const whole = (name: string, of: (row: Row) => boolean): number =>
      sum(rows.filter(of).map((row) => Number(row[name])));
    expect(caseStats.rows).toHaveLength(5);
    for (const row of caseStats.rows) {
      const own = rows.find(({ county, category }) => county === row.county.code && category === row.category)!;
      expect(row.cases).toBe(Number(own['n']));
      expect(row.ofAll).toBe(millionth(Number(own['n']) / whole('n', () => true)));
      expect(row.ofCounty).toBe(millionth(Number(own['n']) / whole('n', ({ county }) => county === own['county'])));
      expect(row.persons).toBe(
        millionth(Number(own['p']) / whole('p', ({ category }) => category === own['category'])),
      );
    }
  });

  it('of totals are parts of the total: 1 for the last, and those of the counties add up to it', async () => {
    const { measureStats } = await answered(`{ measureStats(withTotals: true) { rows { totalOver
      county: region(level: COUNTY) { code } status part: share(of: DELIVERED) } } }`);
    expect(measureStats.rows.at(-1)).toMatchObject({ totalOver: ['county', 'status'], part: 1 });
    const counties = measureStats.rows.filter(({ totalOver }: Row) => totalOver.join() === 'status');
    expect(sum(counties.map(({ part }: Row) => part))).toBeCloseTo(1, 5);
  });

  it.each([
    ['share(of: PER_CAPITA_MEDIAN)', 'it is a median'],
    ['share(of: PER_CAPITA_MEAN)', 'it is a mean'],
    ['share(of: HOUSEHOLDS)', 'counts once in each'],
    ['share(of: CASES, over: ["riskGroup"])', 'a unit counts once for each `riskGroup`'],
    ['share(of: CASES, over: ["county"])', 'is the response key of no dimension'],
    ['share(of: CASES, over: [])', 'one dimension at least'],
  ])('that would be wrong are refused with the reason: %s', async (share, says) => {
    expect(await refused(`{ caseStats { rows { riskGroup status cases ${share} } } }`)).toContain(says);
  });

  it('over a dimension that does not overlap are told beside one that does', async () => {
    const { caseStats } = await answered(
      '{ caseStats { rows { riskGroup status cases part: share(of: CASES, over: ["status"]) } } }',
    );
    const own = (group: string | null): Row[] => caseStats.rows.filter(({ riskGroup }: Row) => riskGroup === group);
    for (const { riskGroup, cases, part } of caseStats.rows)
      expect(part).toBe(millionth(cases / sum(own(riskGroup).map((row) => row.cases))));
  });
});

describe('changes', () => {
  it('hold a month against the one before and against the year before; before the first nothing is known, in a gap none were', async () => {
    const { caseStats } =
      await answered(`{ caseStats { rows { month: openedIn(bucket: MONTH) county: region(level: COUNTY) { code } cases perCapitaMean
      last: change(of: CASES, against: PREVIOUS_PERIOD) { earlier difference rate }
      year: change(of: CASES, against: SAME_PERIOD_LAST_YEAR) { earlier }
      mean: change(of: PER_CAPITA_MEAN, against: PREVIOUS_PERIOD) { earlier difference } } } }`);
    const at = new Map<string, Row>(caseStats.rows.map((row: Row) => [`${row.county.code} ${row.month}`, row]));
    const first = caseStats.rows.map(({ month }: Row) => month).sort()[0];
    const back = (month: string, months: number): string => {
      const day = new Date(`${month}T00:00:00Z`);
      day.setUTCMonth(day.getUTCMonth() - months);
      return day.toISOString().slice(0, 10);
    };
    const stoodAt = (row: Row, months: number): number | null => {
      const then = back(row.month, months);
      return then < first ? null : (at.get(`${row.county.code} ${then}`)?.cases ?? 0);
    };
    let gaps = 0;
    for (const row of caseStats.rows) {
      const then = stoodAt(row, 1);
      gaps += Number(then === 0);
      expect(row.last).toEqual({
        earlier: then,
        difference: then === null ? null : row.cases - then,
        rate: then === null || then === 0 ? null : millionth((row.cases - then) / then),
      });
      expect(row.year.earlier).toBe(stoodAt(row, 12));
      const mean = at.get(`${row.county.code} ${back(row.month, 1)}`)?.perCapitaMean ?? null;
      expect(row.mean.earlier).toBe(mean === null ? null : Number(mean));
    }
    expect(gaps).toBeGreaterThan(3);
  });

  it('hold today against a past day, as two questions do, closed records and all', async () => {
    const { caseStats } =
      await answered(`{ caseStats(withTotals: true, orderBy: [{ by: "change", direction: ASC }]) { rows { totalOver status cases
      change(of: CASES, since: "2023-06-30") { earlier difference } } } }`);
    const then = (await answered('{ caseStats(asOf: "2023-06-30") { rows { status cases } } }')).caseStats.rows;
    const now = (await answered('{ caseStats { rows { status cases } } }')).caseStats.rows;
    const of = (rows: Row[], status: string): number => rows.find((row) => row.status === status)?.cases ?? 0;
    const own = caseStats.rows.filter(({ totalOver }: Row) => totalOver.length === 0);
    expect(own).toHaveLength(now.length);
    for (const { status, cases, change } of own) {
      expect(cases).toBe(of(now, status));
      expect(change).toEqual({ earlier: of(then, status), difference: cases - of(then, status) });
    }
    const differences = own.map(({ change }: Row) => change.difference);
    expect(differences).toEqual([...differences].sort((one, other) => one - other));
    expect(caseStats.rows.at(-1).change.earlier).toBe(sum(then.map(({ cases }: Row) => cases)));
  });

  it('hold a past day against an earlier one', async () => {
    const { householdStats } = await answered(`{ householdStats(asOf: "2023-06-30") { rows { households
      rigid: change(of: RIGID_EXPENDITURE, since: "2022-06-30") { earlier difference } persons: change(of: PERSONS, since: "2022-12-31") { earlier } } } }`);
    const at = async (day: string): Promise<Row> =>
      (await answered(`{ householdStats(asOf: "${day}") { rows { persons rigidExpenditure } } }`)).householdStats
        .rows[0];
    const [now, year, end] = [await at('2023-06-30'), await at('2022-06-30'), await at('2022-12-31')];
    const [row] = householdStats.rows;
    expect(row.rigid.earlier).toBe(Number(year.rigidExpenditure));
    expect(row.rigid.difference).toBeCloseTo(Number(now.rigidExpenditure) - Number(year.rigidExpenditure), 2);
    expect(row.persons.earlier).toBe(end.persons);
  });

  it.each([
    ['caseStats', 'cases change(of: CASES) { earlier }', 'give one of them'],
    [
      'caseStats',
      'cases change(of: CASES, against: PREVIOUS_PERIOD, since: "2023-01-01") { earlier }',
      'give one of them',
    ],
    ['caseStats', 'status change(of: CASES, against: PREVIOUS_PERIOD) { earlier }', 'no dimension of time is selected'],
    [
      'caseStats',
      'openedIn(bucket: MONTH) eliminatedIn(bucket: YEAR) change(of: CASES, against: PREVIOUS_PERIOD) { earlier }',
      'openedIn and eliminatedIn are both times',
    ],
    ['caseStats', 'change(of: CASES, since: "2023-11-30") { earlier }', 'lies before the day'],
    ['measureStats', 'change(of: MEASURES, since: "2023-01-01") { earlier }', 'not told as of a past day'],
  ])('that cannot be told are refused: %s { %s }', async (name, fields, says) => {
    expect(await refused(`{ ${name} { rows { ${fields} } } }`)).toContain(says);
  });
});

describe('out of the API', () => {
  const QUERY = `{ caseStats(withTotals: true) { rows { totalOver status cases part: share(of: CASES)
    since: change(of: CASES, since: "2023-06-30") { difference } } } }`;

  it('a table has a column that marks totals, and a picture leaves totals out', async () => {
    const charts = new ChartPictures(app.app.handler);
    const door = await openDoor({ graphql: app.app.handler, charts });
    const authorization = `Bearer ${await app.token([NATION])}`;
    const post = async (path: string, body: object, accept: string): Promise<string> => {
      const headers = { 'content-type': 'application/json', accept, authorization };
      const answer = await fetch(`${door.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      const text = await answer.text();
      expect(answer.status, text).toBe(200);
      return text;
    };
    const { caseStats } = await answered(QUERY);
    const rows: Row[] = parse(await post('/graphql', { query: QUERY }, 'text/csv'), { columns: true, bom: true });
    expect(rows.map(({ totalOver, cases }) => [totalOver, Number(cases)])).toEqual(
      caseStats.rows.map(({ totalOver, cases }: Row) => [totalOver.join(), cases]),
    );
    expect(Object.keys(rows[0]!)).toEqual(['totalOver', 'status', 'cases', 'part', 'since.difference']);
    const chart = { x: 'status', y: 'cases', language: 'en', width: 2000 };
    const svg = await post('/charts/bar.svg', { query: QUERY, chart }, 'image/svg+xml');
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
    expect(texts).toContain('MONITORED');
    expect(texts).not.toContain('—');
    await charts.stop();
  });
});

describe('for analysts', () => {
  const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
  beforeAll(async () => {
    const { ground, engine } = app.app;
    const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
    await publishFigures(parts, { today: date('2023-11-30'), now: () => new Date() });
  }, 60_000);

  const BY = 'county: region(level: COUNTY) { code } formerStatus households';

  it('totals are what they are shown for fewer dimensions, and say of no cell what it is withheld for', async () => {
    const { householdStats } = await answered(
      `{ householdStats(withTotals: true) { suppressed rows { totalOver ${BY} } } }`,
      ANALYST,
    );
    const level = (over: string): Row[] =>
      householdStats.rows.filter(({ totalOver }: Row) => totalOver.join() === over);
    const { householdStats: apart } = await answered(
      `{ householdStats { suppressed both: rows { ${BY} } counties: rows { county: region(level: COUNTY) { code } households } all: rows { households } } }`,
      ANALYST,
    );
    expect(level('').map(({ totalOver: _, ...row }: Row) => row)).toEqual(apart.both);
    expect(level('formerStatus').map(({ county, households }: Row) => ({ county, households }))).toEqual(
      apart.counties,
    );
    expect(level('county,formerStatus').map(({ households }: Row) => ({ households }))).toEqual(apart.all);
    expect(householdStats.suppressed).toBe(apart.suppressed);
  });

  it('having, shares and changes are reckoned from what is shown, so that nobody is told more than the rows tell', async () => {
    const { householdStats: shown } = await answered(`{ householdStats { suppressed rows { ${BY} } } }`, ANALYST);
    const figures: number[] = shown.rows.map(({ households }: Row) => households);
    const [whole, most] = [sum(figures), Math.max(...figures)];
    const { householdStats } = await answered(
      `{ householdStats(having: [{ by: "households", gte: ${most} }]) { suppressed rows { ${BY} part: share(of: HOUSEHOLDS) } } }`,
      ANALYST,
    );
    const kept = shown.rows.filter(({ households }: Row) => households >= most);
    expect(kept.length).toBeLessThan(shown.rows.length);
    expect(householdStats.suppressed).toBe(shown.suppressed);
    expect(householdStats.rows.map(({ part }: Row) => part)).toEqual(
      kept.map(({ households }: Row) => millionth(households / whole)),
    );
    const { caseStats } = await answered(
      '{ caseStats { rows { year: openedIn(bucket: YEAR) cases change(of: CASES, against: PREVIOUS_PERIOD) { earlier difference } } } }',
      ANALYST,
    );
    const years = new Map<string, number>(caseStats.rows.map(({ year, cases }: Row) => [year, cases]));
    for (const { year, cases, change } of caseStats.rows) {
      const then = years.get(`${Number(year.slice(0, 4)) - 1}-01-01`) ?? null;
      expect(change).toEqual({ earlier: then, difference: then === null ? null : cases - then });
    }
  });

  it('no publication is held against another', async () => {
    expect(
      await refused(
        '{ householdStats { rows { households change(of: HOUSEHOLDS, since: "2023-11-01") { earlier } } } }',
        ANALYST,
      ),
    ).toContain('only the newest publication is kept');
  });
});
