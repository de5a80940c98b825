import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { magnitudeOf } from '../../../src/domain/statistics/estimate-question.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { MovedDays } from '../../../src/features/stat-source/index.js';
import { type SizeWanted, SourceSizes } from '../../../src/features/stat-desk/source-sizes.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { regionScope, WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
const EXPLAIN = `query($query: String!, $variables: JSONObject) { explainStats(query: $query, variables: $variables) {
  path subject source chosen { rows source rollup because } behindSeconds rows cost limit allowed cheaper { change cost } } }`;

let stage: FiguresStage;
beforeAll(async () => {
  stage = await FiguresStage.start();
  await stage.publish();
}, 180_000);
afterAll(() => stage?.app.stop());

const explained = async (query: string, grant: Grant = NATION, variables: Record<string, unknown> = {}) =>
  (await stage.answered(EXPLAIN, grant, { query, variables })).explainStats;

describe('explainStats', () => {
  it('tells of each question of a query what it would look at and cost, and runs none', async () => {
    const [all] = await stage.counted<{ households: number; cases: number }>(
      'SELECT (SELECT count(*) FROM household) AS households, (SELECT count(*) FROM monitoring_case) AS cases',
    );
    stage.app.forget();
    const estimates = await explained(
      `query($where: HouseholdFilter) { a: householdStats(where: $where) { rows { formerStatus households perCapitaMedian } }
        caseStats { rows { cases overdue } } }`,
      NATION,
      { where: { formerStatus: ['GENERAL'] } },
    );
    const [one, two] = ['a', 'caseStats'].map((key) =>
      estimates.find(({ path }: { path: string[] }) => path[0] === key),
    );
    expect(one).toMatchObject({
      path: ['a'],
      subject: 'HOUSEHOLDS',
      source: 'REGISTER',
      allowed: true,
      limit: 300_000,
    });
    expect(two).toMatchObject({ path: ['caseStats'], subject: 'CASES', source: 'REGISTER' });
    // What is planned for is near what there is; a table that nobody has analysed is counted.
    expect(one.rows).toBeGreaterThan(all!.households * 0.5);
    expect(one.rows).toBeLessThan(all!.households * 2);
    expect(two.rows).toBeGreaterThan(all!.cases * 0.5);
    expect(two.rows).toBeLessThan(all!.cases * 2);
    expect(one.cost).toBeGreaterThan(two.cost);
    expect(one.cheaper[0].cost).toBeLessThan(one.cost);
    expect(stage.app.statements.filter((text) => /GROUP BY|work_mem/.test(text))).toEqual([]);
  });

  it('tells of each grouping where it would be read and why: which measure, dimension, filter or day the tallies lack', async () => {
    const chosen = async (query: string, grant = NATION) => (await explained(query, grant))[0].chosen;
    const because = async (fields: string, args = ''): Promise<string> =>
      (await chosen(`{ caseStats${args} { rows { ${fields} } } }`))[0].because;
    expect(
      await chosen(
        '{ caseStats { a: rows { status cases } b: rows { month: openedIn(bucket: MONTH) cases } c: rows { channel cases } } }',
      ),
    ).toEqual([
      {
        rows: 'a',
        source: 'TALLIES',
        rollup: 'CASE_STANDING',
        because: 'the rollup CASE_STANDING has all of it, kept for each province',
      },
      {
        rows: 'b',
        source: 'TALLIES',
        rollup: 'CASE_OPENING',
        because: 'the rollup CASE_OPENING has all of it, kept for each province',
      },
      { rows: 'c', source: 'REGISTER', rollup: null, because: 'no rollup has the dimension channel' },
    ]);
    expect(await because('status cases overdue')).toBe('no rollup has the measure overdue');
    expect(await because('cases', '(where: { riskType: ["R01"] })')).toBe('no rollup has the filter on riskType');
    expect(await because('cases', '(asOf: "2023-06-30")')).toContain('a past day');
    expect(await because('status month: openedIn(bucket: MONTH) cases')).toContain('no rollup has all of it together');
    expect(await because('cases', '(where: { region: "430121001" })')).toContain('a part of a county');
    expect(await chosen('{ caseStats { rows { status cases } } }', ANALYST)).toEqual([
      {
        rows: 'rows',
        source: 'PUBLICATION',
        rollup: null,
        because: expect.stringContaining('an analyst is shown published figures'),
      },
    ]);
  });

  it('tells how many rows are looked at of every subject that is tallied', async () => {
    const [all] = await stage.counted<{ rows: number }>('SELECT count(*) AS rows FROM tally');
    for (const query of [
      '{ householdStats { rows { monitored households } } }',
      '{ caseStats { rows { status cases } } }',
      '{ measureStats { rows { family timing measures households } } }',
    ]) {
      const [told] = await explained(query);
      expect(told.source).toBe('TALLIES');
      expect(told.rows, query).toBeGreaterThan(Number(all!.rows) * 0.5);
    }
  });

  it('tells of moves and cohorts too, for officials and for analysts', async () => {
    const query = `{ caseFlows(from: "2022-01-01", to: "2022-12-31") { cases }
      cohorts: caseCohorts(identifiedFrom: "2022-01-01", identifiedTo: "2022-12-31") { cases } }`;
    for (const [grant, source] of [
      [NATION, 'REGISTER'],
      [ANALYST, 'PUBLICATION'],
    ] as const) {
      const told = await explained(query, grant);
      expect(told.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual(['caseFlows', 'cohorts']);
      for (const one of told)
        expect(one).toMatchObject({
          subject: 'CASES',
          source,
          allowed: true,
          behindSeconds: null,
          chosen: [{ rows: null, source, rollup: null }],
        });
    }
  });

  it('reckons moves by those of the days that are asked about, and of a publication by nothing of them', async () => {
    const flows = async (from: string, to: string, grant = NATION) =>
      (await explained(`{ caseFlows(from: "${from}", to: "${to}") { cases } }`, grant))[0];
    const moves = `SELECT count(*)::int AS n FROM audit_event WHERE change ->> 'status' = ANY ('{${CASE_STATUSES.join(',')}}')`;
    const within = async (more: string): Promise<number> =>
      (await stage.counted<{ n: number }>(`${moves}${more}`))[0]!.n;
    const [year, month] = [await flows('2022-01-01', '2022-12-31'), await flows('2022-10-01', '2022-10-31')];
    const ofYear = await within(" AND occurred_on BETWEEN '2022-01-01' AND '2022-12-31'");
    expect(year.rows).toBeGreaterThan(ofYear * 0.5);
    expect(year.rows).toBeLessThan(ofYear * 2);
    expect(month.cost).toBeLessThan(year.cost);
    expect((await flows('2018-01-01', '2018-12-31')).cost).toBeLessThan(month.cost);
    const shown = await flows('2022-01-01', '2022-12-31', ANALYST);
    expect(await flows('2022-10-01', '2022-10-31', ANALYST)).toMatchObject({ rows: 1_000, cost: shown.cost });
    // As the database plans, once it has looked at the events.
    const sizes = new SourceSizes(stage.app.app.ground.database);
    const planned = (days: MovedDays) =>
      sizes.rowsOf({
        source: 'REGISTER',
        subject: 'FLOWS',
        counties: ['430121', '430626'],
        scope: WHOLE_REGISTER,
        moved: days,
      });
    await stage.app.app.ground.database.write(WHOLE_REGISTER, async (tx) => {
      await tx.text('RESET ROLE', []);
      await tx.text('ANALYZE audit_event', []);
    });
    const counted = await within(
      " AND county_code IN ('430121', '430626') AND occurred_on BETWEEN '2022-01-01' AND '2022-12-31'",
    );
    stage.app.forget();
    const told = await planned({ from: date('2022-01-01'), to: date('2022-12-31') });
    expect(stage.app.statements.filter((text) => /^EXPLAIN/.test(text)).length).toBe(3);
    expect(told).toBeGreaterThan(counted * 0.5);
    expect(told).toBeLessThan(counted * 2);
    expect(await planned({ from: date('2022-10-01'), to: date('2022-10-31') })).toBeLessThan(told);
  });

  it('tells of scorecards, of each source that answers them', async () => {
    const scores = (region: string) =>
      `{ s: scorecards(region: "${region}", level: COUNTY, from: "2023-01-01", to: "2023-12-31") { households } }`;
    const [all] = await stage.counted<{ records: number }>(
      'SELECT (SELECT count(*) FROM household) + (SELECT count(*) FROM monitoring_case) AS records',
    );
    stage.app.forget();
    const [exact] = await explained(scores('000000'));
    expect(exact).toMatchObject({ path: ['s'], subject: null, source: 'REGISTER', allowed: true, behindSeconds: null });
    expect(exact.chosen).toEqual([{ rows: null, source: 'REGISTER', rollup: null, because: expect.any(String) }]);
    expect(exact.rows).toBeGreaterThan(Number(all!.records) * 0.5);
    expect(exact.cheaper).toEqual([{ change: expect.stringContaining('in `region`'), cost: expect.any(Number) }]);
    expect(stage.app.statements.filter((text) => /GROUP BY/.test(text))).toEqual([]);
    const [county] = await explained(scores('430121'));
    expect(county.rows).toBeLessThan(exact.rows);
    expect(county.cheaper).toEqual([]);
    const [shown] = await explained(scores('430000'), ANALYST);
    expect(shown).toMatchObject({ subject: null, source: 'PUBLICATION', rows: magnitudeOf(shown.rows) });
    // An officer of a county who is an analyst beside it is answered from both.
    const token = await stage.app.token([{ role: 'COUNTY_OFFICER', region: '430121' }, ANALYST]);
    const both = await stage.app.ask(token, EXPLAIN, { query: scores('430100') });
    expect(both.errors).toEqual([]);
    expect(both.data.explainStats.map(({ source }: { source: string }) => source)).toEqual(['REGISTER', 'PUBLICATION']);
    for (const [wrong, at] of [
      [scores('430121').replace('COUNTY', 'PROVINCE'), 'level'],
      [scores('430121').replace('2023-01-01', '2023-12-01'), 'from'],
      [scores('430121').replace('COUNTY', 'VILLAGE'), 'level'],
      [scores('430121').replace('2023-12-31', '2023-06-30'), 'from'],
    ] as const)
      expect((await stage.asked(EXPLAIN, ANALYST, { query: wrong })).errors[0]).toMatchObject({
        extensions: { code: 'BAD_USER_INPUT', path: [at] },
      });
  });

  it('tells each caller of the own reach only, whatever the filter says', async () => {
    const [village] = await stage.counted<{ region: string; n: number }>(
      `SELECT substr(region_code, 1, 9) AS region, count(*) AS n FROM household GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    const township: Grant = { role: 'TOWNSHIP_OFFICER', region: village!.region };
    const query = 'query($where: HouseholdFilter) { householdStats(where: $where) { rows { households } } }';
    for (const where of [{}, { formerStatus: ['GENERAL'] }, { size: { gt: 90 } }])
      expect((await explained(query, township, { where }))[0].rows).toBe(Number(village!.n));
    expect((await explained(query, township, { where: { region: '110101' } }))[0].rows).toBe(0);
  });

  it('tells of the statuses that an index finds, and of all that is looked at for anything else of a filter', async () => {
    const officer: Grant = { role: 'COUNTY_OFFICER', region: '430121' };
    const rowsOf = async (where: Record<string, unknown>, grant = officer): Promise<number> => {
      // Tallies have no risks.
      const all = grant === officer ? { riskType: ['R01'], ...where } : where;
      const text = 'query($where: MonitoringCaseFilter) { caseStats(where: $where) { rows { cases } } }';
      return (await explained(text, grant, { where: all }))[0].rows;
    };
    const [most] = await stage.counted<{ region: string }>(
      `SELECT substr(region_code, 1, 9) AS region FROM monitoring_case WHERE county_code = '430121' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const cases = await rowsOf({});
    const some = await rowsOf({ status: ['MONITORED'] });
    expect(some).toBeLessThan(cases);
    expect(await rowsOf({ status: ['MONITORED', 'UNDER_ELIMINATION'] })).toBeGreaterThanOrEqual(some);
    expect(await rowsOf({ not: { status: ['MONITORED'] } })).toBe(cases);
    // Row-level security looks at each row of the county before a place is asked for.
    expect(await rowsOf({ region: most!.region })).toBe(cases);
    // Nor is it told of a publication what a filter finds.
    expect(await rowsOf({ status: ['MONITORED'] }, ANALYST)).toBe(await rowsOf({}, ANALYST));
  });

  it('keeps sizes of the very counties, reach and statuses that were asked about, not of as many with the same ends', async () => {
    const sizes = new SourceSizes(stage.app.app.ground.database);
    const of = (counties: readonly string[], more: Partial<SizeWanted> = {}) =>
      sizes.rowsOf({ source: 'REGISTER', subject: 'CASES', counties, scope: WHOLE_REGISTER, ...more });
    const [three, two] = [await of(['430121', '430626', '522632']), await of(['430121', '430627', '522632'])];
    expect(two).toBeLessThan(three);
    const county = ['430121'];
    expect(await of(county, { statuses: ['MONITORED'] })).toBeLessThan(await of(county));
    const [township] = await stage.counted<{ region: string; n: number }>(
      `SELECT substr(region_code, 1, 9) AS region, count(*) AS n FROM monitoring_case WHERE county_code = '430121' GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    const scope = regionScope([township!.region as RegionCode]);
    expect(await of(county, { scope })).toBe(Number(township!.n));
  });

  it('tells a size once for all kinds of questions: of the same rows none is looked at again within the minute', async () => {
    const county = async (query: string, region = '522632'): Promise<string[]> => {
      stage.app.forget();
      await explained(query, { role: 'COUNTY_OFFICER', region });
      return stage.app.statements.filter((text) => /monitoring_case t WHERE/.test(text));
    };
    const [rows, cohorts] = [
      '{ caseStats { rows { channel cases } } }',
      '{ caseCohorts(identifiedFrom: "2022-01-01", identifiedTo: "2022-12-31") { cases } }',
    ];
    expect(await county(rows)).toHaveLength(1);
    expect(await county(cohorts)).toEqual([]);
    expect(await county(rows)).toEqual([]);
    const beside = '{ a: caseStats { rows { channel cases } } b: caseStats { rows { category channel cases } } }';
    expect(await county(beside, '430102')).toHaveLength(1);
  });

  it('tells an analyst of the publication, and how many rows only roughly', async () => {
    const [found] = await explained('{ householdStats { rows { formerStatus households } } }', ANALYST);
    expect(found).toMatchObject({ source: 'PUBLICATION', rows: 1_000 });
    expect(found.cheaper.map(({ change }: { change: string }) => change).join()).not.toContain('table');
  });

  it('refuses what would be refused, and what is no question of figures', async () => {
    const refused = async (query: string, grant = NATION, variables: Record<string, unknown> = {}) =>
      (await stage.asked(EXPLAIN, grant, { query, variables })).errors[0]!;
    expect(await refused('{ viewer { subject } }')).toMatchObject({
      message: expect.stringContaining('it selects viewer'),
      extensions: { code: 'BAD_USER_INPUT', path: ['query'] },
    });
    expect(
      await refused('{ ...f } fragment f on Query { ... { households { edges { node { id } } } } }'),
    ).toMatchObject({
      message: expect.stringContaining('households'),
    });
    expect(await refused('mutation { a: __typename }')).toMatchObject({ extensions: { path: ['operationName'] } });
    expect(await refused('{ householdStats { rows { nothing } } }')).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', path: ['query'] },
    });
    expect(await refused('{ householdStats(first: 0) { rows { households } } }')).toMatchObject({
      message: expect.stringContaining('between 1 and 10000'),
    });
    expect(
      await refused('query($d: Date) { householdStats(asOf: $d) { rows { households } } }', NATION, { d: 'x' }),
    ).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(
      await refused('{ householdStats { rows { region(level: VILLAGE) { code } households } } }', ANALYST),
    ).toMatchObject({
      message: expect.stringContaining('townships are the smallest places'),
    });
    expect(
      await refused('{ householdStats { rows { households } } }', { role: 'PROVINCE_IT', region: '430000' }),
    ).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });
});

describe('extensions.stats', () => {
  it('tells beside each figure what it was read from, what it looked at, cost and took', async () => {
    const query = '{ caseStats { rows { cases } } moves: caseFlows(from: "2023-01-01", to: "2023-10-31") { cases } }';
    const { extensions } = await stage.asked(query);
    const [estimate] = await explained('{ caseStats { rows { cases } } }');
    const told = [...extensions.stats].sort((one, other) => (one.path[0] < other.path[0] ? -1 : 1));
    expect(told[0]).toEqual({
      path: ['caseStats'],
      subject: 'CASES',
      source: 'TALLIES',
      chosen: estimate.chosen,
      publication: null,
      rows: estimate.rows,
      cost: estimate.cost,
      milliseconds: expect.any(Number),
    });
    expect(told[1]).toMatchObject({ path: ['moves'], source: 'REGISTER' });
    const { extensions: published } = await stage.asked(query, ANALYST);
    expect(published.stats).toHaveLength(2);
    for (const one of published.stats) expect(one).toMatchObject({ source: 'PUBLICATION', publication: '2023-11-30' });
  });

  it('tells beside scorecards what they were read from, and that the same ones cost once', async () => {
    const cards = 'scorecards(region: "430121", level: TOWNSHIP, from: "2023-01-01", to: "2023-12-31") { households }';
    const { extensions } = await stage.asked(`{ a: ${cards} b: ${cards} }`);
    const [estimate] = await explained(`{ ${cards} }`);
    const told = [...extensions.stats].sort((one, other) => one.cost - other.cost);
    const same = { subject: null, source: 'REGISTER', publication: null, rows: estimate.rows };
    expect(told[0]).toMatchObject({ ...same, cost: 0, shared: true });
    expect(told[1]).toMatchObject({ ...same, cost: estimate.cost, milliseconds: expect.any(Number) });
  });

  it('stands beside no answer without figures', async () => {
    expect(await stage.asked('{ viewer { subject } }')).not.toHaveProperty('extensions');
  });

  it('runs what 30 aliases ask alike once, and counts it once (threat 9)', async () => {
    const field = 'householdStats(first: 5) { rows { formerStatus n: households } }';
    const aliases = Array.from(
      { length: 30 },
      (_, at) => `a${at}: ${at % 2 === 0 ? field : field.replace('n: ', 'm: ')}`,
    );
    stage.app.forget();
    const { data, errors, extensions } = await stage.asked(`{ ${aliases.join(' ')} }`);
    expect(errors).toEqual([]);
    expect(stage.app.statements.filter((text) => /GROUP BY/.test(text))).toHaveLength(1);
    expect(data.a29.rows.map(({ m }: { m: number }) => m)).toEqual(data.a0.rows.map(({ n }: { n: number }) => n));
    expect(extensions.stats).toHaveLength(30);
    expect(extensions.stats.filter(({ shared }: { shared?: boolean }) => shared !== true)).toHaveLength(1);
  });

  it('tells roles apart that see different reaches in one request', async () => {
    const token = await stage.app.token([
      { role: 'COUNTY_OFFICER', region: '430121' },
      { role: 'ANALYST', region: '000000' },
    ]);
    const { extensions } = await stage.app.ask(
      token,
      '{ own: householdStats(where: { region: "430121" }) { rows { households } } all: householdStats(where: { region: "430000" }) { rows { households } } }',
    );
    expect(
      Object.fromEntries(extensions.stats.map((one: { path: string[]; source: string }) => [one.path[0], one.source])),
    ).toEqual({ own: 'TALLIES', all: 'PUBLICATION' });
  });
});
