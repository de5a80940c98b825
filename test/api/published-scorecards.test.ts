import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { keepScores } from '../../src/features/scorecard/index.js';
import { publishFigures } from '../../src/features/publication/index.js';
import { Database } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { FiguresStage } from '../support/figures-stage.js';

// biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of any shape
type Any = any;

const COUNTY = '430121';
const ANALYST: Grant = { role: 'ANALYST', region: '430000' };
const OFFICER: Grant = { role: 'PROVINCE_OFFICER', region: '430000' };
const YEAR = { from: '2023-01-01', to: '2023-12-31' };
const SHARES = `identifiedOnTime supportedOnTime alertsVerifiedOnTime inspectionCoverage noticeCompliance relapseRate responsibility helped
  supervised policyExplained`;
const CARDS = `query ($region: RegionCode!, $level: RegionLevel!, $from: Date!, $to: Date!) {
  scorecards(region: $region, level: $level, from: $from, to: $to) { region { code } households monitored dataQualityFlags instrumentsEnded
    inspectionCampaign ${SHARES} } }`;

let stage: FiguresStage;
const publish = (alongside = [keepScores(stage.app.app.ground)]) => {
  const { ground, engine } = stage.app.app;
  const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
  const when = { today: date('2023-11-30'), now: () => new Date() };
  return publishFigures({ ...parts, alongside }, when);
};
const cards = async (more: Record<string, unknown> = {}, grant: Grant = ANALYST): Promise<Any[]> =>
  (await stage.answered(CARDS, grant, { region: '430000', level: 'COUNTY', ...YEAR, ...more })).scorecards;
const refusal = async (more: Record<string, unknown>): Promise<Any> =>
  (await stage.asked(CARDS, ANALYST, { region: '430000', level: 'COUNTY', ...YEAR, ...more })).errors[0];

beforeAll(async () => {
  stage = await FiguresStage.start();
}, 300_000);
afterAll(() => stage?.app.stop());

describe('threat 24 · scorecards for analysts', () => {
  it('are not answered before they are published', async () => {
    expect((await refusal({})).extensions.code).toBe('SERVICE_UNAVAILABLE');
    // As one that an older version published: complete, and without scorecards.
    await publish([]);
    expect(await refusal({})).toMatchObject({
      extensions: { code: 'SERVICE_UNAVAILABLE' },
      message: expect.stringContaining('without scorecards'),
    });
    expect(await publish()).toMatchObject({ day: '2023-11-30' });
  });

  it('show counties by perturbed counts, near the exact ones, and households as every other figure shows them', async () => {
    const [shown, exact] = [await cards(), await cards({}, OFFICER)];
    const withHouseholds = exact.filter(({ households }) => households > 0);
    expect(shown.map(({ region }) => region.code)).toEqual(withHouseholds.map(({ region }) => region.code));
    const stats = `{ householdStats { rows { county: region(level: COUNTY) { code } households } } }`;
    const { rows } = (await stage.answered(stats, ANALYST)).householdStats;
    for (const [at, card] of shown.entries()) {
      const own = withHouseholds[at]!;
      for (const number of ['households', 'monitored', 'dataQualityFlags']) {
        expect(card[number] % 5).toBe(0);
        if (card[number] > 0) expect(card[number]).toBeGreaterThanOrEqual(10);
        if (own[number] >= 15) expect(Math.abs(card[number] - own[number])).toBeLessThanOrEqual(7);
      }
      expect(card.households).toBe(rows.find(({ county }: Any) => county.code === card.region.code).households);
      expect([card.inspectionCampaign, card.instrumentsEnded]).toEqual([own.inspectionCampaign, own.instrumentsEnded]);
    }
  });

  it('show no share of everybody, and none of fewer than are shown', async () => {
    const names = SHARES.split(/\s+/);
    const all = [...(await cards()), ...(await cards({ level: 'TOWNSHIP' })), ...(await cards({ level: 'PROVINCE' }))];
    const shares = all.flatMap((card) => names.flatMap((name) => (card[name] === null ? [] : [card[name]])));
    expect(shares.length).toBeGreaterThan(10);
    for (const value of shares) expect(value >= 0 && value < 1, String(value)).toBe(true);
    const exact = await cards({ level: 'TOWNSHIP' }, OFFICER);
    const small = exact.filter(({ households }) => households > 0 && households < 5).map(({ region }) => region.code);
    expect(small.length).toBeGreaterThan(0);
    const shown = (await cards({ level: 'TOWNSHIP' })).map(({ region }) => region.code);
    expect(shown.filter((code: string) => small.includes(code))).toEqual([]);
  });

  it('stay as they were published, whatever happens in the register meanwhile', async () => {
    const before = await cards();
    const worker = await stage.app.token([{ role: 'VILLAGE_WORKER', region: '430121001001' }]);
    const member = { name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY' };
    const input = { region: '430121001001', number: 'NEW-1', formerStatus: 'GENERAL', members: [member] };
    const register =
      'mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { userErrors { code } } }';
    expect((await stage.app.ask(worker, register, { input })).data.registerHousehold.userErrors).toEqual([]);
    expect(await cards()).toEqual(before);
    await publish();
    expect((await cards()).filter(({ region }) => region.code !== COUNTY)).toEqual(
      before.filter(({ region }) => region.code !== COUNTY),
    );
  });

  it('are of whole years and quarters, and of no village', async () => {
    expect((await cards({ from: '2023-04-01', to: '2023-06-30' })).length).toBeGreaterThan(0);
    for (const days of [
      { from: '2023-01-01', to: '2023-01-31' },
      { from: '2023-01-01', to: '2023-06-30' },
      { from: '2021-01-01', to: '2021-12-31' },
    ])
      expect(await refusal(days)).toMatchObject({
        extensions: { code: 'BAD_USER_INPUT', path: ['from'] },
        message: expect.stringContaining('2023-01-01 to 2023-12-31'),
      });
    expect(await refusal({ region: COUNTY, level: 'VILLAGE' })).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', path: ['level'] },
    });
  });

  it('are of no days that have not begun', async () => {
    for (const grant of [ANALYST, OFFICER]) {
      const asked = { region: '430000', level: 'COUNTY', from: '2023-12-01', to: '2023-12-31' };
      expect((await stage.asked(CARDS, grant, asked)).errors[0]).toMatchObject({
        extensions: { code: 'BAD_USER_INPUT', path: ['from'] },
        message: expect.stringContaining('2023-12-01 has not come'),
      });
    }
  });

  it('stay published ones where an office is held elsewhere; the own county is told as it stands', async () => {
    const token = await stage.app.token([{ role: 'COUNTY_OFFICER', region: COUNTY }, ANALYST]);
    const both = async (region: string): Promise<Any[]> => {
      const { data, errors } = await stage.app.ask(token, CARDS, { region, level: 'COUNTY', ...YEAR });
      expect(errors).toEqual([]);
      return data.scorecards;
    };
    const others = (all: Any[]) => all.filter(({ region }) => region.code !== COUNTY);
    expect(others(await both('430000'))).toEqual(others(await cards()));
    expect(await both(COUNTY)).toEqual(await cards({ region: COUNTY }, OFFICER));
  });

  it('cost nobody the exact part of an answer whose published part is refused', async () => {
    const token = await stage.app.token([{ role: 'COUNTY_OFFICER', region: COUNTY }, ANALYST]);
    const january = { region: '430000', level: 'COUNTY', from: '2023-01-01', to: '2023-01-31' };
    const counted = (): string[] => stage.app.statements.filter((text) => /AS counted\b/.test(text));
    stage.app.forget();
    const { errors } = await stage.app.ask(token, CARDS, january);
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', path: ['from'] } });
    expect(counted()).toEqual([]);
    expect((await stage.app.ask(token, CARDS, { ...january, region: COUNTY })).errors).toEqual([]);
    expect(counted().length).toBeGreaterThan(0);
  });

  it('show no alerts or findings of one household as those of many, nor do figures of alerts', async () => {
    const [home] = await stage.counted<{ township: string; id: string }>(
      `SELECT substr(region_code, 1, 9) AS township, min(id::text) AS id FROM household WHERE county_code = '${COUNTY}' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
    );
    const MANY = 22;
    const many = (own: boolean): string[] => {
      const from = own
        ? `generate_series(1, ${MANY}) n, household h WHERE h.county_code = '${COUNTY}' AND h.id = '${home!.id}'`
        : `(SELECT *, row_number() OVER (ORDER BY id) AS n FROM household WHERE county_code = '${COUNTY}'
             AND region_code LIKE '${home!.township}%' LIMIT ${MANY}) h`;
      const n = own ? 'n' : 'h.n';
      const prefix = own ? 'one' : 'each';
      return [
        `INSERT INTO department_alert (county_code, id, region_code, household_id, department, sender_region, reference, kind, grade, status,
           raised_on, received_at, received_on, dispatched_on, verify_by, settled_on, audit_sequence, updated_at)
         SELECT h.county_code, md5('${prefix}' || ${n})::uuid, h.region_code, h.id, 'EDUCATION', h.county_code || '000000', '${prefix}-' || ${n},
           'DROPOUT', 'YELLOW', 'CONFIRMED', '2023-06-01', '2023-06-01T00:00:00Z', '2023-06-01', '2023-06-01', '2023-06-11', '2023-06-05', 0,
           '2023-06-05T00:00:00Z' FROM ${from}`,
        `INSERT INTO quality_finding (county_code, id, region_code, household_id, rule, subject, severity, status, found_on, message, message_en,
           evidence, audit_sequence, created_at, updated_at)
         SELECT h.county_code, md5('${prefix}' || ${n})::uuid, h.region_code, h.id, 'test', '${prefix}' || ${n}, 'LOW', 'OPEN', '2023-06-01', '', '',
           '{}', 0, '2023-06-01T00:00:00Z', '2023-06-01T00:00:00Z' FROM ${from}`,
      ];
    };
    const shown = async () => {
      await publish();
      const [card] = await cards({ region: home!.township, level: 'TOWNSHIP' });
      const stats = `{ alertStats(where: { region: "${home!.township}" }) { rows { alerts confirmed verificationDaysMedian } } }`;
      return { card, rows: (await stage.answered(stats, ANALYST)).alertStats.rows };
    };
    const plant = (statements: readonly string[]): Promise<void> =>
      stage.app.app.ground.database.write(WHOLE_REGISTER, async (tx) => {
        await tx.text('RESET ROLE', []);
        for (const text of ['DELETE FROM quality_finding', 'DELETE FROM department_alert', ...statements])
          await tx.rows(sql.raw(text));
      });
    await plant(many(true));
    const [exact] = await cards({ region: home!.township, level: 'TOWNSHIP' }, OFFICER);
    expect(exact).toMatchObject({ dataQualityFlags: MANY, alertsVerifiedOnTime: 1 });
    const one = await shown();
    expect(one.rows).toEqual([{ alerts: 0, confirmed: 0, verificationDaysMedian: null }]);
    expect(one.card).toMatchObject({ dataQualityFlags: 0, alertsVerifiedOnTime: null });
    // As many of as many households are shown.
    await plant(many(false));
    const each = await shown();
    expect(each.rows).toHaveLength(1);
    expect(each.rows[0].alerts).toBeGreaterThanOrEqual(15);
    expect(each.rows[0].confirmed).toBeGreaterThan(0);
    expect(each.card.dataQualityFlags).toBeGreaterThanOrEqual(15);
    expect(each.card.alertsVerifiedOnTime).toBeGreaterThan(0);
  });

  it('are kept of two publications at most', async () => {
    await publish();
    const [kept] = await stage.counted<{ publications: number; rows: number }>(
      'SELECT count(DISTINCT publication_id)::int AS publications, count(*)::int AS rows FROM published_score',
    );
    expect(kept!.publications).toBeLessThanOrEqual(2);
    expect(kept!.rows).toBeGreaterThan(100);
  });
});
