import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { DISCLOSURE_DEFAULTS } from '../../src/domain/statistics/disclosure/parameters.js';
import { keepScores } from '../../src/features/scorecard/index.js';
import { publishFigures } from '../../src/features/statistics/index.js';
import { Database } from '../../src/platform/database/database.js';
import { FiguresStage } from '../features/statistics/figures-stage.js';

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
const publish = () => {
  const { ground, engine } = stage.app.app;
  const parts = { ...ground, database: new Database(engine), parameters: DISCLOSURE_DEFAULTS };
  const when = { today: date('2023-11-30'), now: () => new Date() };
  return publishFigures({ ...parts, alongside: [keepScores(ground)] }, when);
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

  it('are kept of two publications at most', async () => {
    await publish();
    const [kept] = await stage.counted<{ publications: number; rows: number }>(
      'SELECT count(DISTINCT publication_id)::int AS publications, count(*)::int AS rows FROM published_score',
    );
    expect(kept!.publications).toBeLessThanOrEqual(2);
    expect(kept!.rows).toBeGreaterThan(100);
  });
});
