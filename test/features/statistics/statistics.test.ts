import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { departmentAlert } from '../../../src/features/alert/alert.table.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import type { Answer, TestApp } from '../../support/test-app.js';
import { FiguresStage, NATION, told } from '../../support/figures-stage.js';

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

const PROVINCE: Grant = { role: 'PROVINCE_OFFICER', region: '430000' };

const yuan = (fen: unknown): string | null => (fen === null ? null : (Number(fen) / 100).toFixed(2));

describe('householdStats', () => {
  it('groups by what is selected and computes what is selected, as an independent recount in SQL does', async () => {
    const { householdStats } = await answered(`{ householdStats { suppressed truncated rows {
      county: region(level: COUNTY) { code } formerStatus monitored
      households persons labourers perCapitaMean perCapitaMedian rigidExpenditure } } }`);
    const rows = await counted<Record<string, unknown>>(`
      WITH own AS (SELECT h.*, EXISTS (SELECT 1 FROM monitoring_case m WHERE m.county_code = h.county_code AND m.household_id = h.id
          AND m.status IN ('UNDER_IDENTIFICATION','MONITORED','UNDER_ELIMINATION')) AS monitored,
        (SELECT i.medical + i.education + i.disaster + i.accident + i.housing + i.other FROM income_record i
         WHERE i.household_id = h.id ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1) AS rigid FROM household h)
      SELECT county_code, former_status, monitored, count(*) AS n, sum(size) AS p, sum(labour_count) AS l, round(avg(per_capita_fen)) AS mean,
        round((percentile_cont(0.5) WITHIN GROUP (ORDER BY per_capita_fen))::numeric) AS median, sum(rigid) AS rigid
      FROM own GROUP BY 1, 2, 3`);
    expect(householdStats).toMatchObject({ suppressed: 0, truncated: false });
    expect(rows.length).toBeGreaterThan(8);
    expect(
      told(
        householdStats.rows.map(({ county, ...row }: { county: { code: string } }) => ({
          county: county.code,
          ...row,
        })),
      ),
    ).toEqual(
      told(
        rows.map((row) => ({
          ...row,
          mean: yuan(row['mean']),
          median: yuan(row['median']),
          rigid: yuan(row['rigid']),
        })),
      ),
    );
  });

  it('answers one row of totals where no dimension is selected, and a row of nothing for a place without households', async () => {
    const query =
      'query($region: RegionCode) { householdStats(where: { region: $region }) { rows { households persons perCapitaMean } } }';
    const [all] = await counted<{ n: number }>('SELECT count(*) AS n FROM household');
    expect((await answered(query)).householdStats.rows).toMatchObject([{ households: all!.n }]);
    expect((await answered(query, NATION, { region: '110101' })).householdStats.rows).toEqual([
      { households: 0, persons: 0, perCapitaMean: null },
    ]);
  });

  it('answers several groupings of one question, the same dimension at several levels among them', async () => {
    const { householdStats } = await answered(`{ householdStats {
      provinces: rows { region(level: PROVINCE) { code } households }
      counties: rows { province: region(level: PROVINCE) { code } county: region(level: COUNTY) { code name } n: households }
      nation: rows { region(level: NATION) { name } households } } }`);
    const { provinces, counties, nation } = householdStats;
    for (const { region, households } of provinces) {
      const below = counties.filter((row: Answer['data']) => row.province.code === region.code);
      expect(below.reduce((sum: number, row: Answer['data']) => sum + row.n, 0)).toBe(households);
    }
    expect(nation).toHaveLength(1);
    expect(provinces.reduce((sum: number, row: Answer['data']) => sum + row.households, 0)).toBe(nation[0].households);
  });

  it('counts a household once for each special group, and by band as the assessment puts it', async () => {
    const { householdStats } = await answered(
      '{ householdStats { groups: rows { specialGroup households } bands: rows { band households } all: rows { households } } }',
    );
    const groups = await counted<object>(
      'SELECT sg, count(*) AS n FROM household LEFT JOIN LATERAL unnest(special_groups) AS sg ON true GROUP BY 1',
    );
    expect(told(householdStats.groups)).toEqual(told(groups));
    const total = householdStats.bands.reduce(
      (sum: number, { households }: { households: number }) => sum + households,
      0,
    );
    expect(total).toBe(householdStats.all[0].households);
    const { province } = await answered(
      '{ province(code: "430000") { monitoringLine { bands { code fromPerCapita toPerCapita } } } }',
    );
    const { householdStats: hunan } = await answered('{ householdStats { rows { band households } } }', PROVINCE);
    for (const { code, fromPerCapita, toPerCapita } of province.monitoringLine.bands) {
      const where = {
        perCapitaIncome: { ...(fromPerCapita && { gte: fromPerCapita }), ...(toPerCapita && { lt: toPerCapita }) },
      };
      const { householdStats: own } = await answered(
        'query($where: HouseholdFilter) { householdStats(where: $where) { rows { households } } }',
        PROVINCE,
        { where },
      );
      const found = hunan.rows.find(({ band }: { band: string }) => band === code)?.households ?? 0;
      expect(found, code).toBe(own.rows[0].households);
    }
  });

  it('finds under every filter as many as the list of households does', async () => {
    const filters = [
      { formerStatus: ['GENERAL'] },
      { not: { formerStatus: ['GENERAL'] } },
      { withinRange: true },
      { monitored: true, size: { gte: 3 } },
      { or: [{ resettled: true }, { specialGroup: ['SEVERE_DISABILITY'] }] },
      { and: [{ region: '430121' }, { guaranteesSecure: false }] },
      { region: '430121', number: { startsWith: '43' } },
    ];
    for (const where of filters) {
      const { householdStats, households } = await answered(
        'query($where: HouseholdFilter) { householdStats(where: $where) { rows { households } } households(where: $where) { totalCount } }',
        NATION,
        { where },
      );
      expect(householdStats.rows[0].households, JSON.stringify(where)).toBe(households.totalCount);
    }
  });
});

describe('caseStats', () => {
  it('answers every measure by category, status and month as an independent recount in SQL does', async () => {
    const { caseStats } =
      await answered(`{ caseStats(first: 10000) { truncated rows { category status openedIn(bucket: MONTH)
      cases households persons perCapitaMean perCapitaMedian identificationDaysMedian overdue relapsed withoutSupport } } }`);
    const rows = await counted<Record<string, unknown>>(`
      SELECT c.category, c.status, to_char(c.opened_on, 'YYYY-MM-01') AS month, count(*) AS n, count(DISTINCT c.household_id) AS hh, sum(h.size) AS p,
        round(avg(h.per_capita_fen)) AS mean, round((percentile_cont(0.5) WITHIN GROUP (ORDER BY h.per_capita_fen))::numeric) AS median,
        round((percentile_cont(0.5) WITHIN GROUP (ORDER BY CASE WHEN c.source = 'REGISTER' THEN c.identified_on - c.opened_on END))::numeric, 1)::float8 AS days,
        count(*) FILTER (WHERE c.due_on < '2023-11-30') AS overdue,
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM monitoring_case p WHERE p.household_id = c.household_id AND p.status = 'RISK_ELIMINATED' AND p.opened_on < c.opened_on)) AS relapsed,
        count(*) FILTER (WHERE c.status = 'MONITORED' AND c.supported_on IS NULL) AS without
      FROM monitoring_case c JOIN household h ON h.id = c.household_id GROUP BY 1, 2, 3`);
    expect(caseStats.truncated).toBe(false);
    expect(rows.length).toBeGreaterThan(20);
    expect(told(caseStats.rows)).toEqual(
      told(rows.map((row) => ({ ...row, mean: yuan(row['mean']), median: yuan(row['median']) }))),
    );
  });

  it('counts a case once for each type and each group of its risks', async () => {
    const { caseStats } = await answered(
      '{ caseStats { types: rows { riskType { code name } cases } groups: rows { riskGroup cases } } }',
    );
    const types = await counted<object>(
      'SELECT k.t, count(*) AS n FROM monitoring_case c LEFT JOIN (SELECT DISTINCT case_id, risk_type AS t FROM case_risk) k ON k.case_id = c.id GROUP BY 1',
    );
    expect(told(caseStats.types.map(({ riskType, cases }: Answer['data']) => [riskType?.code ?? null, cases]))).toEqual(
      told(types),
    );
    expect(
      caseStats.types.some(({ riskType }: Answer['data']) => riskType !== null && riskType.name !== riskType.code),
    ).toBe(true);
    const illness = caseStats.groups.find(({ riskGroup }: Answer['data']) => riskGroup === 'ILLNESS').cases;
    expect(illness).toBeGreaterThan(0);
  });

  it('finds under every filter as many as the list of cases does', async () => {
    const filters = [
      { status: ['MONITORED'] },
      { riskGroup: ['ILLNESS'], overdue: true },
      { household: { formerStatus: ['GENERAL'], size: { lte: 2 } } },
      { withoutSupport: true },
      { not: { trackingOnly: true }, openedOn: { gte: '2023-01-01' } },
    ];
    for (const where of filters) {
      const { caseStats, monitoringCases } = await answered(
        'query($where: MonitoringCaseFilter) { caseStats(where: $where) { rows { cases } } monitoringCases(where: $where) { totalCount } }',
        NATION,
        { where },
      );
      expect(caseStats.rows[0].cases, JSON.stringify(where)).toBe(monitoringCases.totalCount);
    }
  });
});

describe('measureStats', () => {
  it('answers money to the fen by instrument and funding', async () => {
    const { measureStats } =
      await answered(`{ measureStats { rows { instrument { code } fundingSource status startedIn(bucket: YEAR)
      measures households budget delivered } } }`);
    const rows = await counted<Record<string, unknown>>(`
      SELECT instrument, funding_source, status, to_char(starts_on, 'YYYY-01-01') AS y, count(*) AS n, count(DISTINCT household_id) AS hh,
        sum(budget_fen) AS b, sum(delivered_fen) AS d FROM support_measure GROUP BY 1, 2, 3, 4`);
    expect(rows.length).toBeGreaterThan(10);
    expect(
      told(measureStats.rows.map(({ instrument, ...row }: Answer['data']) => ({ code: instrument.code, ...row }))),
    ).toEqual(told(rows.map((row) => ({ ...row, b: yuan(row['b']), d: yuan(row['d']) }))));
  });

  it('is filtered by family, status and first day', async () => {
    const where = {
      or: [{ family: ['EMPLOYMENT'] }, { family: ['HEALTH'] }],
      not: { status: ['CANCELLED'] },
      startsOn: { gte: '2022-01-01' },
    };
    const { measureStats } = await answered(
      'query($where: SupportMeasureFilter) { measureStats(where: $where) { rows { measures } } }',
      NATION,
      { where },
    );
    const [own] = await counted<{ n: number }>(
      `SELECT count(*) AS n FROM support_measure WHERE family IN ('EMPLOYMENT', 'HEALTH') AND status <> 'CANCELLED' AND starts_on >= '2022-01-01'`,
    );
    expect(measureStats.rows).toEqual([{ measures: own!.n }]);
  });
});

describe('alertStats', () => {
  it('counts what departments sent, what came of it and how long that took', async () => {
    const at = '2023-11-01T00:00:00.000Z';
    const place = { countyCode: '430121', regionCode: '430121' };
    const sent = {
      department: 'HEALTH',
      senderRegion: '430100',
      grade: 'RED',
      receivedAt: at,
      receivedOn: '2023-11-01',
      auditSequence: 0,
      updatedAt: at,
    };
    const { database } = app.app.ground;
    await database.write(WHOLE_REGISTER, (tx) =>
      tx.insert(departmentAlert, [
        {
          ...place,
          ...sent,
          id: randomUUID(),
          reference: '1',
          kind: 'A',
          status: 'CONFIRMED',
          raisedOn: '2023-10-01',
          dispatchedOn: '2023-10-02',
          settledOn: '2023-10-12',
        },
        {
          ...place,
          ...sent,
          id: randomUUID(),
          reference: '2',
          kind: 'A',
          status: 'DISMISSED',
          raisedOn: '2023-10-09',
          dispatchedOn: '2023-10-09',
          settledOn: '2023-10-12',
        },
        { ...place, ...sent, id: randomUUID(), reference: '3', kind: 'B', status: 'UNMATCHED', raisedOn: '2023-11-01' },
      ]),
    );
    const { alertStats } = await answered(`{ alertStats {
      rows { department kind month: raisedIn(bucket: MONTH) alerts confirmed overdue verificationDaysMedian }
      all: rows { alerts } } }`);
    expect(alertStats.rows).toEqual([
      {
        department: 'HEALTH',
        kind: 'A',
        month: '2023-10-01',
        alerts: 2,
        confirmed: 1,
        overdue: 0,
        verificationDaysMedian: 6.5,
      },
      {
        department: 'HEALTH',
        kind: 'B',
        month: '2023-11-01',
        alerts: 1,
        confirmed: 0,
        overdue: 0,
        verificationDaysMedian: null,
      },
    ]);
    expect(alertStats.all).toEqual([{ alerts: 3 }]);
    const where = { kind: { eq: 'A' }, status: ['CONFIRMED'] };
    const { alertStats: one } = await answered(
      'query($where: DepartmentAlertFilter) { alertStats(where: $where) { rows { alerts } } }',
      NATION,
      { where },
    );
    expect(one.rows).toEqual([{ alerts: 1 }]);
  });
});

describe('figures of a past day', () => {
  const CASES =
    'query($asOf: Date) { caseStats(asOf: $asOf) { rows { status cases } all: rows { cases overdue withoutSupport } } }';

  it('are those of today as of today, and of 2023-12-01 refused on 2023-11-30', async () => {
    expect(await answered(CASES, NATION, { asOf: '2023-11-30' })).toEqual(await answered(CASES, NATION, {}));
    const { errors } = await asked(CASES, NATION, { asOf: '2023-12-01' });
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('tell the statuses of cases on 2022-12-31 as their events do', async () => {
    const { caseStats } = await answered(CASES, NATION, { asOf: '2022-12-31' });
    const rows = await counted<{
      n: number;
    }>(`SELECT s.status, count(*) AS n FROM (SELECT DISTINCT ON (e.subject_id) e.change ->> 'status' AS status
      FROM audit_event e WHERE e.subject_type = 'MonitoringCase' AND e.occurred_on <= '2022-12-31' AND e.change ? 'status'
        AND e.action IN ('openCase', 'completeStep', 'requestElimination', 'withdrawCase', 'rollBackElimination')
      ORDER BY e.subject_id, e.sequence DESC) s GROUP BY 1`);
    expect(rows.length).toBeGreaterThan(3);
    expect(told(caseStats.rows)).toEqual(told(rows));
    expect(caseStats.all[0].cases).toBe(rows.reduce((sum, { n }) => sum + Number(n), 0));
  });

  it('fit together: what stood at the end of June is what stood at its begin, and what moved in it', async () => {
    const at = async (asOf: string): Promise<Map<string, number>> => {
      const { caseStats } = await answered(CASES, NATION, { asOf });
      return new Map(caseStats.rows.map(({ status, cases }: Answer['data']) => [status, cases]));
    };
    const [before, after] = [await at('2023-05-31'), await at('2023-06-30')];
    const { caseFlows } = await answered('{ caseFlows(from: "2023-06-01", to: "2023-06-30") { from to cases } }');
    for (const status of ['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED']) {
      const moved = (end: 'from' | 'to'): number =>
        caseFlows
          .filter((flow: Answer['data']) => flow[end] === status)
          .reduce((sum: number, flow: Answer['data']) => sum + flow.cases, 0);
      expect(after.get(status) ?? 0, status).toBe((before.get(status) ?? 0) + moved('to') - moved('from'));
    }
  });

  it('tell incomes by the windows that had ended, and bands by the lines of the day', async () => {
    const { householdStats } = await answered(
      '{ householdStats(asOf: "2022-12-31") { rows { households perCapitaMean } bands: rows { band households } } }',
    );
    const [own] = await counted<{ mean: string }>(`SELECT round(avg(i.p)) AS mean FROM household h CROSS JOIN LATERAL (
      SELECT round((wages + business + property + transfers - business_expenses)::numeric / heads) AS p FROM income_record r
      WHERE r.household_id = h.id AND r.window_to <= '2022-12-31' ORDER BY r.window_to DESC, r.window_from DESC LIMIT 1) i
      WHERE (h.created_at AT TIME ZONE 'Asia/Shanghai')::date <= '2022-12-31'`);
    expect(householdStats.rows[0].perCapitaMean).toBe(yuan(own!.mean));
    const bands = householdStats.bands.reduce(
      (sum: number, { households }: { households: number }) => sum + households,
      0,
    );
    expect(bands).toBe(householdStats.rows[0].households);
  });
});

describe('a question', () => {
  it('is ordered by any response key, is cut at `first`, and says that it was cut', async () => {
    const query = `query($by: String!, $first: Int) { householdStats(orderBy: [{ by: $by }], first: $first) {
      truncated rows { county: region(level: COUNTY) { code } n: households } } }`;
    const { householdStats } = await answered(query, NATION, { by: 'n', first: 2 });
    const all = (await answered(query, NATION, { by: 'county', first: 10_000 })).householdStats.rows;
    expect(householdStats.truncated).toBe(true);
    expect(householdStats.rows).toHaveLength(2);
    expect(householdStats.rows[0].n).toBe(Math.max(...all.map(({ n }: { n: number }) => n)));
    expect(all.map(({ county }: Answer['data']) => county.code)).toEqual(
      all
        .map(({ county }: Answer['data']) => county.code)
        .sort()
        .reverse(),
    );
  });

  it('is refused with every reason where it is wrong: an order by what is not selected, 0 and 10,001 rows', async () => {
    const query =
      'query($by: String!, $first: Int) { householdStats(orderBy: [{ by: $by }], first: $first) { rows { households } } }';
    for (const first of [0, 10_001]) {
      const { errors } = await asked(query, NATION, { by: 'persons', first });
      expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors[0]!.message).toContain(`found ${first}`);
      expect(errors[0]!.message).toContain('"persons"');
    }
  });

  it('reaches what the caller reaches: a village its village, a county its county, whatever region is named', async () => {
    const query =
      'query($region: RegionCode) { householdStats(where: { region: $region }) { rows { county: region(level: COUNTY) { code } households } } }';
    const county: Grant = { role: 'COUNTY_OFFICER', region: '430121' };
    const { householdStats } = await answered(query, county);
    expect(householdStats.rows.map((row: Answer['data']) => row.county.code)).toEqual(['430121']);
    expect((await answered(query, county, { region: '000000' })).householdStats.rows).toEqual(householdStats.rows);
    expect((await answered(query, county, { region: '620000' })).householdStats.rows).toEqual([]);
    const [village] = await counted<{ code: string; n: number }>(
      `SELECT region_code AS code, count(*) AS n FROM household WHERE county_code = '430121' AND length(region_code) = 12 GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
    );
    const worker: Grant = { role: 'VILLAGE_WORKER', region: village!.code };
    expect((await answered(query, worker)).householdStats.rows[0].households).toBe(village!.n);
  });

  it('threat 20 · of an analyst is answered with no exact figure, and of a screening client or a resident with FORBIDDEN', async () => {
    const query = '{ householdStats { rows { households } } }';
    const refused = async (grant: Grant) => (await asked(query, grant)).errors[0]?.extensions.code;
    expect(await refused({ role: 'DEPARTMENT_CLIENT', region: '430000' })).toBe('FORBIDDEN');
    expect(await refused({ role: 'RESIDENT', region: '430121' })).toBe('FORBIDDEN');
    expect(await refused({ role: 'ANALYST', region: '430000' })).toBe('SERVICE_UNAVAILABLE');
  });

  it('is one statement a grouping', async () => {
    app.forget();
    await answered('{ caseStats { a: rows { status cases } b: rows { channel cases } } }');
    const reads = (table: string) => app.statements.filter((text) => text.includes(table));
    expect([reads('FROM province_tally s'), reads('FROM monitoring_case t')].map(({ length }) => length)).toEqual([
      1, 1,
    ]);
  });

  it('is defined: every dimension and measure says how it is computed, and over what its rows do not add up', async () => {
    const { statDefinitions } = await answered(
      '{ statDefinitions(subject: CASES) { name kind dimension termZh definition article unit fold notSummedOver overlapping } }',
    );
    const by = new Map<string, Answer['data']>(statDefinitions.map((one: Answer['data']) => [one.name, one]));
    expect(by.get('riskType')).toMatchObject({ dimension: true, overlapping: true, article: '4.2' });
    expect(by.get('cases').notSummedOver).toEqual(['riskType', 'riskGroup', 'specialGroup']);
    expect(by.get('households').notSummedOver).toContain('openedIn');
    expect(by.get('perCapitaMedian')).toMatchObject({ unit: 'YUAN', fold: 'MEDIAN', kind: 'MEASURE' });
  });

  it('is defined in what is reckoned of its figures: shares, changes and totals of every subject', async () => {
    const { statDefinitions } = await answered(
      '{ statDefinitions { subject name kind dimension termZh definition article unit fold } }',
    );
    const derived = statDefinitions.filter(({ kind }: Answer['data']) => kind === 'DERIVED');
    for (const subject of ['HOUSEHOLDS', 'CASES', 'MEASURES', 'ALERTS']) {
      const own = derived.filter((one: Answer['data']) => one.subject === subject);
      expect(own.map(({ name }: Answer['data']) => name)).toEqual(['share', 'change', 'totalOver']);
      for (const one of own) expect(one).toMatchObject({ dimension: false, article: '5.2', unit: null, fold: null });
      // Only households and cases are told as of a past day.
      expect(own[1].definition.includes('since')).toBe(subject === 'HOUSEHOLDS' || subject === 'CASES');
    }
    for (const { kind, dimension } of statDefinitions) expect(dimension).toBe(kind === 'DIMENSION');
  });
});
