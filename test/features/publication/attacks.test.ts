import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { sql } from 'drizzle-orm';
import { Attacker, held, nameOf, type Row, smallCells } from './an-attacker.js';
import { FiguresStage, NATION } from '../../support/figures-stage.js';

/** The demonstration's own seed, and two others, each in a county of its own: one register, and one publication of it. */
const SEEDS = [
  { seed: 7, county: '430121' },
  { seed: 11, county: '430626' },
  { seed: 2_023, county: '522632' },
] as const;
const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
let stage: FiguresStage;
/** A township of each county in which every household is of one special group. */
const alike = new Map<string, string>();

beforeAll(async () => {
  const register = SEEDS.map(({ seed, county }) => ({ counties: [county as RegionCode], households: 400, seed }));
  stage = await FiguresStage.start({}, register);
  for (const { county } of SEEDS) {
    const [most] = await stage.counted<{ township: string }>(
      `SELECT substr(region_code, 1, 9) AS township FROM household WHERE county_code = '${county}' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    );
    alike.set(county, most!.township);
    await stage.app.app.ground.database.write(WHOLE_REGISTER, (tx) =>
      tx.rows(sql`UPDATE household SET special_groups = (SELECT array_agg(DISTINCT g) FROM unnest(special_groups || '{SEVERE_DISABILITY}'::text[]) g)
        WHERE county_code = ${county} AND region_code LIKE ${`${most!.township}%`}`),
    );
  }
  await stage.publish();
}, 300_000);
afterAll(() => stage?.app.stop());

const numberOf = (rows: readonly Row[], measure: string): number =>
  rows.reduce((all: number, row) => all + (row[measure] ?? 0), 0);
/** Of a measure, by the names of the rows. */
const figuresOf = (rows: readonly Row[], fields: readonly string[], measure: string): Map<string, number> =>
  new Map(rows.map((row) => [nameOf(row, fields), row[measure]]));

describe.each(SEEDS)('threat 23 · published figures of the register of seed $seed, asked of the API', ({ county }) => {
  let attacker: Attacker;
  beforeAll(() => {
    attacker = new Attacker(stage, county);
  });

  it.each([
    ['caseStats', 'township: region(level: TOWNSHIP) { code } status', 'cases', ['township', 'status']],
    ['caseStats', 'category channel', 'cases', ['category', 'channel']],
    ['householdStats', 'township: region(level: TOWNSHIP) { code } size', 'households', ['township', 'size']],
  ] as const)(
    'withstand totals less the rows that are shown, and shares of them: %s { %s }',
    async (name, fields, measure, by) => {
      const query = `{ ${name}(first: 10000, withTotals: true, where: { region: $region }) { suppressed rows { totalOver ${fields} ${measure}
      persons ofAll: share(of: ${measure.toUpperCase()}) ofFirst: share(of: ${measure.toUpperCase()}, over: ["${by[1]}"]) } } }`;
      const all: Row[] = (await attacker.shown(query))[name].rows;
      const small = smallCells(
        (await attacker.truth(query))[name].rows.filter(({ totalOver }: Row) => totalOver.length === 0),
        by,
        measure,
      );
      const rows = all.filter(({ totalOver }) => totalOver.length === 0);
      const firsts = figuresOf(
        all.filter(({ totalOver }) => totalOver.length === 1),
        [by[0]],
        measure,
      );
      const guesses = new Map<string, number>();
      for (const cell of small.keys()) {
        const [first = ''] = cell.split(' ');
        const siblings = rows.filter((row) => nameOf(row, [by[0]]) === first && nameOf(row, by) !== cell);
        const whole = firsts.get(first);
        if (whole !== undefined) guesses.set(cell, whole - numberOf(siblings, measure));
      }
      held(small, guesses, `${name} total less siblings`);
      // A share has as many digits as it likes: it is of the rows that are shown, and of nothing else.
      const whole = numberOf(rows, measure);
      for (const row of rows) {
        const own = rows.filter((other) => nameOf(other, [by[0]]) === nameOf(row, [by[0]]));
        expect(row.ofAll).toBeCloseTo(row[measure] / whole, 6);
        expect(row.ofFirst).toBeCloseTo(row[measure] / numberOf(own, measure), 6);
        expect(row.persons % 5).toBe(0);
      }
    },
  );

  it('withstand changes between periods: what was too small is no earlier figure, neither of the month before nor of the year before', async () => {
    const query = `{ caseStats(first: 10000, where: { region: $region }) { rows { month: openedIn(bucket: MONTH) cases
      before: change(of: CASES, against: PREVIOUS_PERIOD) { earlier difference rate }
      lastYear: change(of: CASES, against: SAME_PERIOD_LAST_YEAR) { earlier difference rate } } } }`;
    const rows: Row[] = (await attacker.shown(query)).caseStats.rows;
    const months = figuresOf(rows, ['month'], 'cases');
    const exact: Row[] = (await attacker.truth(query)).caseStats.rows;
    for (const { month, cases, before, lastYear } of rows) {
      const [year = 0, at = 0] = String(month).split('-').map(Number);
      const earlier = at === 1 ? `${year - 1}-12-01` : `${year}-${String(at - 1).padStart(2, '0')}-01`;
      for (const [change, then] of [
        [before, months.get(earlier) ?? null],
        [lastYear, months.get(`${year - 1}${String(month).slice(4)}`) ?? null],
      ] as const)
        expect(change).toMatchObject({ earlier: then, difference: then === null ? null : cases - then });
    }
    const small = smallCells(exact, ['month'], 'cases');
    expect(small.size).toBeGreaterThan(10);
    const year = `{ caseStats(where: { region: $region }) { rows { year: openedIn(bucket: YEAR) cases } } }`;
    const years = figuresOf((await attacker.shown(year)).caseStats.rows, ['year'], 'cases');
    const guesses = new Map<string, number>();
    for (const month of small.keys()) {
      const whole = years.get(`${month.slice(0, 4)}-01-01`);
      const others = rows.filter((row) => row.month !== month && row.month?.slice(0, 4) === month.slice(0, 4));
      if (whole !== undefined) guesses.set(month, (whole - numberOf(others, 'cases')) / (12 - others.length));
    }
    held(small, guesses, 'the months of a year', 5);
  });

  it('withstand having and order: both compare what is shown, so that nothing is left to learn below ten', async () => {
    const fields = 'size households persons';
    const asked = (more: string): string =>
      `householdStats(first: 10000, where: { region: $region } ${more}) { suppressed rows { ${fields} } }`;
    const { all, ordered } = await attacker.shown(
      `{ all: ${asked('')} ordered: ${asked('orderBy: [{ by: "households", direction: ASC }]')} }`,
    );
    expect(all.rows.length).toBeGreaterThan(1);
    for (const at of [1, 5, 9]) {
      const { above, below } = await attacker.shown(
        `{ above: ${asked(`having: [{ by: "households", gte: ${at} }]`)} below: ${asked(`having: [{ by: "households", lte: ${at} }]`)} }`,
      );
      expect(above).toEqual(all);
      expect(below).toEqual({ rows: [], suppressed: all.suppressed });
    }
    // Equals stand in the order of their dimensions, and not in that of what they truly are.
    expect(ordered.rows).toEqual(
      [...all.rows].sort((one: Row, other: Row) => one.households - other.households || one.size - other.size),
    );
  });

  it('withstand the count of what is not shown: it is of the lists of values, whatever is there', async () => {
    const filters = [
      '',
      'category: [MARGINAL_AT_RISK]',
      'status: [WITHDRAWN]',
      'household: { size: { gte: 9 } }',
      'riskType: ["NEVER"]',
    ];
    const answers = await attacker.shown(
      `{ ${filters.map((filter, at) => `f${at}: caseStats(first: 10000, where: { region: $region ${filter} }) { suppressed rows { status channel cases } }`).join(' ')} }`,
    );
    const possible = filters.map((_, at) => answers[`f${at}`].rows.length + answers[`f${at}`].suppressed);
    expect(new Set(possible).size).toBe(1);
  });

  it('withstand cohorts less cohorts: a month out of its year, of the days up to it, and who was eliminated between two times', async () => {
    const outcomes =
      'eliminatedWithin6Months { reached } eliminatedWithin12Months { reached } eliminatedWithin24Months { reached }';
    const months = `{ caseCohorts(where: { region: $region }, identifiedFrom: "2021-01-01", identifiedTo: "2022-12-31", bucket: MONTH) { period cases persons ${outcomes} } }`;
    const years = months.replace('MONTH', 'YEAR');
    const exact: Row[] = (await attacker.truth(months)).caseCohorts;
    const shown: Row[] = (await attacker.shown(months)).caseCohorts;
    const whole: Row[] = (await attacker.shown(years)).caseCohorts;
    const small = smallCells(exact, ['period'], 'cases');
    const upTo = [...Array(12).keys()].map((at) => new Date(Date.UTC(2022, at + 1, 0)).toISOString().slice(0, 10));
    const until = await attacker.shown(
      `{ ${upTo.map((day, at) => `m${at}: caseCohorts(where: { region: $region }, identifiedFrom: "2022-01-01", identifiedTo: "${day}", bucket: YEAR) { cases }`).join(' ')} }`,
    );
    const [ofYear, sliding] = [new Map<string, number>(), new Map<string, number>()];
    for (const period of small.keys()) {
      const own = whole.find((row) => row.period.slice(0, 4) === period.slice(0, 4));
      const others = shown.filter((row) => row.period !== period && row.period.slice(0, 4) === period.slice(0, 4));
      if (own !== undefined) ofYear.set(period, (own.cases - numberOf(others, 'cases')) / (12 - others.length));
      if (!period.startsWith('2022')) continue;
      const at = Number(period.slice(5, 7)) - 1;
      const [now, before] = [until[`m${at}`], at === 0 ? [] : until[`m${at - 1}`]];
      sliding.set(period, numberOf(now, 'cases') - numberOf(before, 'cases'));
    }
    held(small, ofYear, 'cohorts of months', 5);
    held(small, sliding, 'cohorts up to a month', 3);
    const reached = (row: Row, time: number): number => row?.[`eliminatedWithin${time}Months`]?.reached ?? 0;
    const between = [
      [6, 12],
      [12, 24],
    ] as const;
    const exactYears: Row[] = (await attacker.truth(years)).caseCohorts;
    for (const [at, row] of exactYears.entries())
      for (const [from, to] of between) {
        const count = reached(row, to) - reached(row, from);
        if (count < 1 || count > 9) continue;
        const own = whole.find(({ period }) => period === exactYears[at]!.period);
        expect((reached(own, to) - reached(own, from)) % 5).toBe(0);
      }
  });

  it('withstand moves by month less moves by year', async () => {
    const months = `{ caseFlows(where: { region: $region }, from: "2021-01-01", to: "2023-10-31", bucket: MONTH) { period from to cases persons relapsed } }`;
    const by = ['period', 'from', 'to'];
    const small = smallCells((await attacker.truth(months)).caseFlows, by, 'cases');
    const shown: Row[] = (await attacker.shown(months)).caseFlows;
    const whole: Row[] = (await attacker.shown(months.replace('MONTH', 'YEAR'))).caseFlows;
    const guesses = new Map<string, number>();
    for (const cell of small.keys()) {
      const [period = '', from, to] = cell.split(' ');
      const isOf = (row: Row): boolean =>
        nameOf(row, ['from', 'to']) === `${from} ${to}` && row.period.slice(0, 4) === period.slice(0, 4);
      const others = shown.filter((row) => isOf(row) && row.period !== period);
      guesses.set(cell, (numberOf(whole.filter(isOf), 'cases') - numberOf(others, 'cases')) / (12 - others.length));
    }
    held(small, guesses, 'moves of months');
  });

  it('withstand two noises of the same units: the mean of what is said of cases and of their households', async () => {
    const query = `{ caseStats(first: 10000, where: { region: $region }) { rows { status category channel cases households persons } } }`;
    const by = ['status', 'category', 'channel'];
    const rows: Row[] = (await attacker.shown(query)).caseStats.rows;
    const small = smallCells((await attacker.truth(query)).caseStats.rows, by, 'cases');
    const guesses = new Map([...small.keys()].map((cell) => [cell, 0]));
    for (const row of rows) guesses.set(nameOf(row, by), (row.cases + row.households) / 2);
    held(small, guesses, 'cases and households');
    const persons = new Map([...small.keys()].map((cell) => [cell, 0]));
    for (const row of rows) persons.set(nameOf(row, by), row.persons / 3.2);
    held(small, persons, 'persons over the size of a household');
  });

  it('withstand measures of one household: forty of three households are a small cell', async () => {
    const query = `{ measureStats(first: 10000, where: { region: $region }) { rows { township: region(level: TOWNSHIP) { code } family status measures households delivered } } }`;
    const by = ['township', 'family', 'status'];
    const households = figuresOf((await attacker.truth(query)).measureStats.rows, by, 'households');
    const rows: Row[] = (await attacker.shown(query)).measureStats.rows;
    for (const row of rows) expect(households.get(nameOf(row, by)), nameOf(row, by)).toBeGreaterThanOrEqual(5);
  });

  it('withstand medians and means of few: a row of many tells nothing of the few of whom there is a value', async () => {
    const query = `{ caseStats(first: 10000, where: { region: $region }) { rows { status channel cases identificationDaysMedian perCapitaMedian } } }`;
    const valued = await stage.counted<{ name: string; n: number }>(
      `SELECT status || ' ' || channel AS name, count(*) FILTER (WHERE source = 'REGISTER' AND identified_on IS NOT NULL)::int AS n
       FROM monitoring_case WHERE county_code = '${county}' GROUP BY 1`,
    );
    const of = new Map(valued.map(({ name, n }) => [name, n]));
    const rows: Row[] = (await attacker.shown(query)).caseStats.rows;
    for (const row of rows)
      if (row.identificationDaysMedian !== null) expect(of.get(nameOf(row, ['status', 'channel']))).toBeGreaterThan(40);
  });

  it('withstand the group of which all are the same where households may have several values', async () => {
    const query = `{ householdStats(first: 10000, where: { region: $region }) { all: rows { township: region(level: TOWNSHIP) { code } households }
      rows { township: region(level: TOWNSHIP) { code } specialGroup households } } }`;
    const { all, rows } = (await attacker.shown(query)).householdStats;
    const township = alike.get(county)!;
    const isOf = (row: Row): boolean => row.township?.code === township;
    expect(all.filter(isOf)).toHaveLength(1);
    expect(rows.filter((row: Row) => isOf(row) && row.specialGroup === 'SEVERE_DISABILITY')).toEqual([]);
  });
});

/** Moves of cases to a status, and from which, as their events tell. */
const MOVES = `(SELECT c.household_id, date_trunc('month', e.occurred_on)::date::text AS month, e.change ->> 'status' AS status,
    lag(e.change ->> 'status') OVER (PARTITION BY e.subject_id ORDER BY e.sequence) AS before
  FROM audit_event e JOIN monitoring_case c ON c.county_code = e.county_code AND c.id = e.subject_id WHERE e.change ->> 'status' IS NOT NULL) m`;
const TOWNSHIP = 'substr(region_code, 1, 9)';
const OPEN = "('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')";
/** A question of each kind of unit that is a household's, and the households that are behind each of its rows, as often as they are counted. */
const SAME_PEOPLE = {
  households: {
    query: `{ householdStats(first: 10000, where: { monitored: true }) { rows { by: region(level: TOWNSHIP) { code } n: households } } }`,
    who: `SELECT ${TOWNSHIP} AS name, household_id AS one FROM (SELECT h.region_code, h.id AS household_id FROM household h
      WHERE EXISTS (SELECT 1 FROM monitoring_case c WHERE c.county_code = h.county_code AND c.household_id = h.id AND c.status IN ${OPEN})) h`,
  },
  opened: {
    query: `{ caseStats(first: 10000) { rows { by: openedIn(bucket: MONTH) n: cases } } }`,
    who: `SELECT date_trunc('month', opened_on)::date::text AS name, household_id AS one FROM monitoring_case`,
  },
  householdsOpened: {
    query: `{ caseStats(first: 10000) { rows { by: openedIn(bucket: MONTH) n: households } } }`,
    who: `SELECT DISTINCT date_trunc('month', opened_on)::date::text AS name, household_id AS one FROM monitoring_case`,
  },
  identified: {
    query: `{ caseStats(first: 10000) { rows { by: identifiedIn(bucket: MONTH) n: cases } } }`,
    who: `SELECT date_trunc('month', identified_on)::date::text AS name, household_id AS one FROM monitoring_case WHERE identified_on IS NOT NULL`,
  },
  moves: {
    query: `{ caseFlows(from: "2020-01-01", to: "2023-12-31", bucket: MONTH) { period from to n: cases } }`,
    who: `SELECT month || ' ' || coalesce(before, '') || ' ' || status AS name, household_id AS one FROM ${MOVES} WHERE before IS DISTINCT FROM status`,
  },
  cohorts: {
    query: `{ caseCohorts(identifiedFrom: "2020-01-01", identifiedTo: "2023-12-31", bucket: MONTH) { by: period n: cases } }`,
    who: `SELECT date_trunc('month', identified_on)::date::text AS name, household_id AS one FROM monitoring_case WHERE identified_on IS NOT NULL`,
  },
  eliminated: {
    query: `{ caseStats(first: 10000) { rows { by: eliminatedIn(bucket: MONTH) n: cases } } }`,
    who: `SELECT date_trunc('month', eliminated_on)::date::text AS name, household_id AS one FROM monitoring_case WHERE eliminated_on IS NOT NULL`,
  },
  measures: {
    query: `{ measureStats(first: 10000) { rows { by: region(level: COUNTY) { code } family status n: measures } } }`,
    who: `SELECT county_code || ' ' || family || ' ' || status AS name, household_id AS one FROM support_measure`,
  },
  householdsOfMeasures: {
    query: `{ measureStats(first: 10000) { rows { by: region(level: COUNTY) { code } family status n: households } } }`,
    who: `SELECT DISTINCT county_code || ' ' || family || ' ' || status AS name, household_id AS one FROM support_measure`,
  },
} as const;

describe('threat 23 · the same households under the names of other units', () => {
  it('are perturbed alike as households, cases, moves, cohorts and measures: whoever averages them averages one number', async () => {
    /** By the households that are behind them: what each kind of question shows. */
    const told = new Map<string, { readonly kind: string; readonly n: number }[]>();
    for (const [kind, { query, who }] of Object.entries(SAME_PEOPLE)) {
      const [[, found]] = Object.entries<Row>(await stage.answered(query, ANALYST)) as [[string, Row]];
      const fields = ['by', 'period', 'from', 'to', 'family', 'status'];
      const shown = new Map(
        (found.rows ?? found).map((row: Row) => [
          nameOf(
            row,
            fields.filter((name) => name in row),
          ),
          row.n,
        ]),
      );
      const behind = await stage.counted<{ name: string; who: string }>(
        `SELECT name, string_agg(one::text, ' ' ORDER BY one) AS who FROM (${who}) u GROUP BY 1`,
      );
      for (const cell of behind) {
        const n = shown.get(cell.name) as number | undefined;
        if (n !== undefined && n > 0) told.set(cell.who, [...(told.get(cell.who) ?? []), { kind, n }]);
      }
    }
    const pairs = new Set<string>();
    for (const [who, figures] of told) {
      expect(new Set(figures.map(({ n }) => n)).size, `${who.split(' ').length} ${JSON.stringify(figures)}`).toBe(1);
      for (const one of figures)
        for (const other of figures) if (one.kind < other.kind) pairs.add(`${one.kind} ${other.kind}`);
    }
    expect([...pairs]).toEqual(
      expect.arrayContaining(['householdsOpened opened', 'moves opened', 'cohorts moves', 'cohorts identified']),
    );
  });
});

describe('threat 23 · published figures of three seeds together', () => {
  it('are off by under 1 % where 1,000 units and more are counted, and so are their persons', async () => {
    const query = `{ householdStats { rows { households persons } }}`;
    const [shown, exact] = [await stage.answered(query, ANALYST), await stage.answered(query, NATION)];
    const near = (own: Row, truth: Row, measure: string): void => {
      expect(truth[measure]).toBeGreaterThan(1_000);
      expect(Math.abs(own[measure] - truth[measure]) / truth[measure], measure).toBeLessThan(0.01);
    };
    near(shown.householdStats.rows[0], exact.householdStats.rows[0], 'households');
    near(shown.householdStats.rows[0], exact.householdStats.rows[0], 'persons');
  });
});

describe('threat 23 · scorecards', () => {
  const QUERY =
    '{ scorecards(region: "$region", level: $level, from: "2023-01-01", to: "$to") { region { code } households monitored dataQualityFlags supervised helped inspectionCoverage } }';
  const query = (level: string, to = '2023-12-31', region = '000000'): string =>
    QUERY.replace('$region', region).replace('$level', level).replace('$to', to);

  it('are perturbed for analysts: no small count is shown, and none as it is but by chance', async () => {
    const [shown, exact] = await Promise.all([
      stage.answered(query('TOWNSHIP', '2023-12-31', '430121'), ANALYST),
      stage.answered(query('TOWNSHIP', '2023-12-31', '430121'), NATION),
    ]);
    const counties = await stage.answered(query('COUNTY'), ANALYST);
    const truth = await stage.answered(query('COUNTY'), NATION);
    expect(counties.scorecards.length).toBe(3);
    const same = counties.scorecards.filter((row: Row) =>
      truth.scorecards.some((one: Row) => one.region.code === row.region.code && one.households === row.households),
    );
    expect(same.length).toBeLessThan(3);
    for (const { households, monitored, dataQualityFlags } of [...shown.scorecards, ...counties.scorecards])
      for (const count of [households, monitored, dataQualityFlags])
        expect(count === 0 || (count >= 10 && count % 5 === 0)).toBe(true);
    const small = smallCells(exact.scorecards, ['region'], 'monitored');
    const guesses = new Map(shown.scorecards.map((row: Row) => [nameOf(row, ['region']), row.monitored]));
    for (const name of small.keys()) expect([undefined, 0, 10, 15]).toContain(guesses.get(name));
  });

  it('are exact where the caller holds an office, and nowhere else by it', async () => {
    const both = await stage.app.token([{ role: 'VILLAGE_WORKER', region: '430121001001' }, ANALYST]);
    const county = await stage.app.token([{ role: 'COUNTY_OFFICER', region: '430121' }, ANALYST]);
    const rows = async (token: string): Promise<Row[]> => (await stage.app.ask(token, query('COUNTY'))).data.scorecards;
    const told = (await stage.answered(query('COUNTY'), ANALYST)).scorecards;
    const exact = (await stage.answered(query('COUNTY'), NATION)).scorecards;
    expect(await rows(both)).toEqual(told);
    expect(await rows(county)).toEqual([
      exact.find(({ region }: Row) => region.code === '430121'),
      ...told.filter(({ region }: Row) => region.code !== '430121'),
    ]);
  });

  it.each([
    ['VILLAGE', '2023-12-31', 'townships are the smallest places'],
    ['COUNTY', '2023-10-31', 'whole years and quarters'],
  ])('are refused to analysts by %s up to %s: %s', async (level, to, says) => {
    const { errors } = await stage.asked(query(level, to, '430121'), ANALYST);
    expect(errors[0]).toMatchObject({ message: expect.stringContaining(says), extensions: { code: 'BAD_USER_INPUT' } });
    expect((await stage.asked(query(level, to, '430121'))).errors).toEqual([]);
  });
});
