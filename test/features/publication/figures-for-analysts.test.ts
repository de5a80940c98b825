import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { isPublicationDue } from '../../../src/domain/statistics/disclosure/publication-due.js';
import { newestPublication, PUBLICATION_PARTS, publishFigures } from '../../../src/features/publication/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import type { Answer, TestApp } from '../../support/test-app.js';
import { FiguresStage } from '../../support/figures-stage.js';

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

describe('figures for analysts', () => {
  const ANALYST: Grant = { role: 'ANALYST', region: '000000' };
  const parameters = DISCLOSURE_DEFAULTS;
  const publish = (given = parameters) => {
    const { ground, engine } = app.app;
    const when = { today: date('2023-11-30'), now: () => new Date() };
    return publishFigures({ ...ground, database: new Database(engine), parameters: given }, when);
  };
  const BY_COUNTY =
    '{ householdStats { suppressed rows { county: region(level: COUNTY) { code } households persons perCapitaMean } } }';

  it('are published county by county, and read once all of it is there', async () => {
    expect((await asked(BY_COUNTY, ANALYST)).errors[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(await publish()).toMatchObject({ counties: 3, day: '2023-11-30' });
    for (const [table, published] of [
      ['household', 'published_household'],
      ['monitoring_case', 'published_case'],
      ['support_measure', 'published_measure'],
    ])
      expect(await counted(`SELECT count(*) AS n FROM ${published}`)).toEqual(
        await counted(`SELECT count(*) AS n FROM ${table}`),
      );
    const ids = await counted('SELECT p.id FROM published_household p JOIN household h ON h.id = p.id');
    expect(ids).toEqual([]);
  });

  it('are published by one at a time: of three at once one does, and a county that fails ends it by name and changes nothing', async () => {
    const rows = () =>
      counted<{ county_code: string; publication_id: string }>(
        'SELECT county_code, publication_id, count(*) AS n FROM published_household GROUP BY 1, 2 ORDER BY 1, 2',
      );
    const made = await Promise.all([publish(), publish(), publish()]);
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    const newest = made.find((one) => one !== null)!.id;
    const before = (await rows()).filter((row) => row.publication_id === newest);
    expect(before).toHaveLength(3);
    const { ground, engine } = app.app;
    const provinces = {
      all: () => ground.provinces.all(),
      rulesOn: (...asked: Parameters<typeof ground.provinces.rulesOn>) => {
        if (asked[0] === before[1]!.county_code) throw new Error('no rules');
        return ground.provinces.rulesOn(...asked);
      },
    };
    const when = { today: date('2023-11-30'), now: () => new Date() };
    const parts = { ...ground, provinces, database: new Database(engine), parameters };
    await expect(publishFigures(parts, when)).rejects.toThrow(`county ${before[1]!.county_code}`);
    expect((await rows()).filter((row) => row.publication_id === newest)).toEqual(before);
    expect(await counted('SELECT id FROM publication')).toEqual([{ id: newest }]);
  });

  it('leaves nothing of a county that has no household any more, and fails where another took over', async () => {
    const { ground, engine } = app.app;
    await engine.transaction(['BEGIN'], true, (connection) =>
      connection.query(
        `INSERT INTO published_household SELECT (jsonb_populate_record(t, '{"county_code": "430903", "region_code": "430903001001"}')).*
         FROM published_household t LIMIT 1`,
        [],
        'array',
      ),
    );
    const emptied = () => counted("SELECT id FROM published_household WHERE county_code = '430903'");
    const others = await counted("SELECT id FROM household WHERE county_code = '430903'");
    expect(others).toEqual([]);
    expect(await emptied()).toHaveLength(1);
    await publish();
    expect(await emptied()).toEqual([]);
    const robbed = publishFigures(
      { ...ground, database: new Database(engine), parameters },
      { today: date('2023-11-30'), now: () => new Date() },
      (done) => {
        if (done === 3)
          void engine.transaction(['BEGIN'], true, (connection) =>
            connection.query('DELETE FROM publication WHERE completed_at IS NULL', [], 'array'),
          );
      },
    );
    await expect(robbed).rejects.toThrow('took the publication over');
  });

  it('threat 23 · are multiples of 5 from 10 on, near the exact ones, and the same for whoever asks and however', async () => {
    const published = (await answered(BY_COUNTY, ANALYST)).householdStats.rows;
    const exact = (await answered(BY_COUNTY)).householdStats.rows;
    expect(published).toHaveLength(3);
    expect(published).not.toEqual(exact);
    for (const [at, row] of published.entries()) {
      expect(row.households % 5).toBe(0);
      expect(Math.abs(row.households - exact[at].households)).toBeLessThanOrEqual(7);
      expect(Math.abs(row.perCapitaMean - exact[at].perCapitaMean) / exact[at].perCapitaMean).toBeLessThan(0.1);
    }
    const county: Grant = { role: 'ANALYST', region: '430121' };
    expect((await answered(BY_COUNTY, county)).householdStats.rows).toEqual([published[0]]);
    const filtered = 'query($where: HouseholdFilter) { householdStats(where: $where) { rows { households } } }';
    const one = await answered(filtered, ANALYST, { where: { formerStatus: ['GENERAL'] } });
    for (const where of [
      { not: { not: { formerStatus: ['GENERAL'] } } },
      { or: [{ formerStatus: ['GENERAL'] }, { formerStatus: ['GENERAL'] }] },
      { formerStatus: ['GENERAL'], or: [{ resettled: true }, { not: { resettled: true } }] },
    ])
      expect(await answered(filtered, ANALYST, { where }), JSON.stringify(where)).toEqual(one);
  });

  it('threat 23 · are not shown of small groups, neither by rows nor by a filter, and it is not said which there are none of', async () => {
    const query = `{ caseStats(first: 10000) { suppressed rows { township: region(level: TOWNSHIP) { code } category riskGroup cases relapsed } } }`;
    const { caseStats } = await answered(query, ANALYST);
    const exact = (await answered(query)).caseStats.rows;
    const keyOf = ({ township, category, riskGroup }: Answer['data']) => `${township?.code} ${category} ${riskGroup}`;
    const small = new Set(exact.filter(({ cases }: { cases: number }) => cases < 5).map(keyOf));
    expect(small.size).toBeGreaterThan(20);
    expect(caseStats.rows.map(keyOf).filter((key: string) => small.has(key))).toEqual([]);
    expect(caseStats.suppressed).toBeGreaterThan(500);
    const nobody = await answered(
      '{ caseStats(where: { category: [MARGINAL_AT_RISK], status: [WITHDRAWN], region: "430121" }) { rows { cases } } }',
      ANALYST,
    );
    expect(nobody.caseStats.rows[0].cases % 5).toBe(0);
  });

  it('threat 23 · are told of moves and alerts too: by whole months, perturbed, and nothing of few', async () => {
    const query = '{ caseFlows(from: "2022-01-01", to: "2023-10-31", bucket: YEAR) { period from to cases persons } }';
    const published = (await answered(query, ANALYST)).caseFlows;
    const exact = (await answered(query)).caseFlows;
    expect(published.length).toBeGreaterThan(1);
    expect(published.length).toBeLessThan(exact.length);
    for (const { cases } of published) expect(cases % 5).toBe(0);
    const { errors } = await asked('{ caseFlows(from: "2022-01-02", to: "2023-10-31") { cases } }', ANALYST);
    expect(errors[0]?.message).toContain('whole months');
    const alerts = await answered(
      '{ alertStats(where: { kind: { in: ["A", "B"] } }) { suppressed rows { department alerts confirmed } } }',
      ANALYST,
    );
    expect(alerts.alertStats.rows).toEqual([]);
    expect(alerts.alertStats.suppressed).toBeGreaterThan(5);
  });

  it('threat 20 · are refused by villages, days, exact incomes and numbers, and say what there is instead', async () => {
    const refused = async (query: string) => (await asked(query, ANALYST)).errors[0];
    for (const [query, says] of [
      ['{ householdStats { rows { region(level: VILLAGE) { code } households } } }', 'townships are the smallest'],
      ['{ caseStats { rows { openedIn(bucket: DAY) cases } } }', 'months are the shortest'],
      ['{ householdStats(where: { perCapitaIncome: { lt: "6000.00" } }) { rows { households } } }', 'withinRange'],
      ['{ householdStats(where: { number: { eq: "1" } }) { rows { households } } }', 'by number'],
      [
        '{ caseStats(where: { household: { perCapitaIncome: { lt: "1.00" } } }) { rows { cases } } }',
        'household.perCapitaIncome',
      ],
      ['{ caseStats(where: { openedOn: { gte: "2023-01-02" } }) { rows { cases } } }', 'parts of a month'],
      [
        '{ householdStats(where: { region: "430121001001" , or: [{ region: "430121001001" }] }) { rows { households } } }',
        'the village',
      ],
      [
        '{ caseFlows(where: { region: "430121001001" }, from: "2022-01-01", to: "2023-10-31") { cases } }',
        'by the village 430121001001: townships are the smallest',
      ],
    ] as const) {
      const error = await refused(query);
      expect(error?.extensions.code, query).toBe('BAD_USER_INPUT');
      expect(error?.message).toContain(says);
    }
  });

  it('threat 20 · are refused to an analyst of a village, whose cells are a township’s', async () => {
    for (const query of ['{ householdStats { rows { households } } }', '{ caseStats { rows { cases } } }']) {
      const [error] = (await asked(query, { role: 'ANALYST', region: '430121001001' })).errors;
      expect(error).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
      expect(error?.message).toContain('by townships');
    }
    expect((await asked(BY_COUNTY, { role: 'ANALYST', region: '430121001' })).errors).toEqual([]);
  });

  it('are exact for whoever holds an office too, in its own region, and published elsewhere', async () => {
    const both = await app.token([
      { role: 'COUNTY_OFFICER', region: '430121' },
      { role: 'ANALYST', region: '000000' },
    ]);
    const query = 'query($region: RegionCode) { householdStats(where: { region: $region }) { rows { households } } }';
    const at = async (region: string) =>
      (await app.ask(both, query, { region })).data.householdStats.rows[0].households;
    const [own] = await counted<{ n: number }>(`SELECT count(*) AS n FROM household WHERE county_code = '430121'`);
    expect(await at('430121')).toBe(own!.n);
    expect((await at('430626')) % 5).toBe(0);
    expect(await at('430626')).toBe(
      (await answered(query, ANALYST, { region: '430626' })).householdStats.rows[0].households,
    );
  });

  it('threat 24 · stay as they were published, whatever is registered since, and keep their noise in the next publication', async () => {
    const before = await answered(BY_COUNTY, ANALYST);
    const { engine } = app.app;
    await engine.transaction(['BEGIN'], true, (connection) =>
      connection.query(`UPDATE household SET former_status = 'GENERAL' WHERE county_code = '430121'`, [], 'array'),
    );
    expect(await answered(BY_COUNTY, ANALYST)).toEqual(before);
    await publish();
    expect(await answered(BY_COUNTY, ANALYST)).toEqual(before);
    expect(await counted('SELECT count(DISTINCT publication_id) AS n FROM published_household')).toEqual([{ n: 2 }]);
  });

  it('are told of their own day only, also beside a question that names none', async () => {
    const of = (alias: string, args = '') => `${alias}: householdStats${args} { rows { households } }`;
    const told = of('told', '(asOf: "2023-11-30")');
    const other = of('other', '(asOf: "2001-01-01")');
    for (const text of [other, `${of('none')} ${other}`, `${other} ${of('none')}`, `${told} ${other}`]) {
      const { errors } = await asked(`{ ${text} }`, ANALYST);
      expect(errors, text).toMatchObject([{ path: ['other'], extensions: { code: 'BAD_USER_INPUT', path: ['asOf'] } }]);
    }
    const both = await answered(`{ ${of('none')} ${told} }`, ANALYST);
    expect(both.none.rows[0].households).toBeGreaterThan(0);
    expect(both.told).toEqual(both.none);
  });

  it('tell the audit trail when the parameters change, and are not published under ones that do not protect', async () => {
    const changes = () =>
      counted<{ change: unknown }>(`SELECT change FROM audit_event WHERE action = 'changeDisclosureControl'`);
    expect(await changes()).toEqual([]);
    await expect(publish({ ...parameters, noise: 0 })).rejects.toThrow('noise is at least 3');
    await publish({ ...parameters, noise: 8 });
    expect(await changes()).toMatchObject([{ change: { before: { noise: 5 }, parameters: { noise: 8 } } }]);
    await publish({ ...parameters, noise: 8 });
    expect(await changes()).toHaveLength(1);
  });

  it('are answered by no server whose key is another than that of the publication, and a new key is an event of the trail', async () => {
    await publish();
    const { ground, engine } = app.app;
    const draw = (purpose: string, key: number): number => ground.draw(`another ${purpose}`, key);
    const when = { today: date('2023-11-30'), now: () => new Date() };
    await publishFigures({ ...ground, draw, database: new Database(engine), parameters }, when);
    expect((await asked(BY_COUNTY, ANALYST)).errors[0]).toMatchObject({
      message: expect.stringContaining('under another key'),
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    });
    const events = await counted<{ change: Record<string, string> }>(
      "SELECT change FROM audit_event WHERE action = 'changeDisclosureControl' ORDER BY at DESC LIMIT 1",
    );
    expect(events[0]!.change).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{12}$/),
      keyBefore: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    await publish();
    expect((await asked(BY_COUNTY, ANALYST)).errors).toEqual([]);
  });

  it('of a publication whose record keys are not all of households are due anew at any hour, and that they are perturbed anew is an event of the trail', async () => {
    await publish();
    const { database } = app.app.ground;
    await database.write(WHOLE_REGISTER, (tx) => tx.rows(sql`UPDATE publication SET parts = '{}'`));
    const due = async (): Promise<boolean> => {
      const newest = await database.read(WHOLE_REGISTER, newestPublication);
      return isPublicationDue(newest, date('2023-11-30'), false, PUBLICATION_PARTS);
    };
    expect(await due()).toBe(true);
    await publish();
    expect(await due()).toBe(false);
    const changes = "SELECT change FROM audit_event WHERE action = 'changeDisclosureControl' ORDER BY at DESC LIMIT 1";
    expect(await counted(changes)).toEqual([{ change: { added: ['keys of households'] } }]);
  });

  it('threat 23 · are refused for too many cells by what there could be, and by what is shown: never by how many there are', async () => {
    const query = (where = '') =>
      `{ householdStats${where} { suppressed rows { size formerStatus resettled households } } }`;
    const told = async (text: string): Promise<string> => {
      const { data, errors } = await asked(text, ANALYST);
      return errors[0]?.message ?? `answered, of ${data.householdStats.rows.length + data.householdStats.suppressed}`;
    };
    const [{ cells }] = (await counted<{ cells: number }>(
      'SELECT count(*) AS cells FROM (SELECT DISTINCT size, former_status, resettled FROM household) c',
    )) as [{ cells: number }];
    expect(Number(cells)).toBeLessThan(40);
    await publish({ ...parameters, mostCells: 48 });
    expect(await told(query())).toBe('answered, of 48');
    // Fewer than 40 cells there are; by the lists there could be 48.
    await publish({ ...parameters, mostCells: 47 });
    expect(await told(query())).toContain('could have more than 47 cells');
    const [{ township }] = (await counted<{
      township: string;
    }>(`SELECT substr(region_code, 1, 9) AS township FROM household
      GROUP BY 1 HAVING count(*) BETWEEN 12 AND 35 ORDER BY count(*), 1 LIMIT 1`)) as [{ township: string }];
    // No more cells than households, by what is shown of them.
    expect(await told(query(`(where: { region: "${township}" })`))).toBe('answered, of 48');
    // Nobody lives in most of the counties that there are, as everybody is shown.
    await publish({ ...parameters, mostCells: 60 });
    expect(
      await told('{ householdStats { rows { county: region(level: COUNTY) { code } size households } suppressed } }'),
    ).toMatch(/^answered/);
  });

  it('count a place or a time once that is told by a finer one as well', async () => {
    await publish();
    const suppressed = async (fields: string): Promise<number> => {
      const { caseStats } = await answered(`{ caseStats { suppressed rows { ${fields} cases } } }`, ANALYST);
      return caseStats.suppressed + caseStats.rows.length;
    };
    const county = 'county: region(level: COUNTY) { code }';
    expect(await suppressed(`province: region(level: PROVINCE) { code } ${county}`)).toBe(await suppressed(county));
    const month = 'month: openedIn(bucket: MONTH)';
    expect(await suppressed(`year: openedIn(bucket: YEAR) ${month}`)).toBe(await suppressed(month));
  });
});
