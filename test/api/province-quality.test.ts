import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { DailyQuality, ScanQualityService, type ScanRequest } from '../../src/features/quality/index.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** A county of the province of examples/province-module, with a line of its own: 9,000 yuan. */
const COUNTY = '610102' as RegionCode;
const ON = date('2024-06-01');
const OFFICER: Grant = { role: 'COUNTY_OFFICER', region: COUNTY };
const WAGES = { over: '18000.01', at: '18000.00' };

const member = (safetyNet: string) => ({
  ...{ name: '示例', relationship: 'HEAD', sex: 'MALE', birthDate: '1970-01-01', labour: 'ORDINARY', safetyNet },
});
const household = (number: string, wages: string, safetyNet = 'SUBSISTENCE_ALLOWANCE') => ({
  ...{ number, region: '610102001', formerStatus: 'GENERAL', members: [member(safetyNet)] },
  incomes: [{ wages, from: '2023-01-01', to: '2023-12-31' }],
});

describe("a province's own data quality, over a live register", () => {
  let app: TestApp;
  let officer = '';
  const scan = (more: Partial<ScanRequest> = {}) =>
    app.atWork(() => new ScanQualityService(app.app.ground).scan(COUNTY, { on: ON, now: new Date(), ...more }));
  const bring = async (households: readonly object[]) => {
    const query =
      'mutation($input: ImportHouseholdsInput!) { importHouseholds(input: $input) { imported rowErrors { message path } userErrors { message } } }';
    const { data } = await app.ask(officer, query, { input: { households } });
    expect(data.importHouseholds).toEqual({ imported: households.length, rowErrors: [], userErrors: [] });
  };
  const found = async (rule: string) => {
    const query = `query($rule: [String!]) { qualityFindings(region: "${COUNTY}", rule: $rule) { nodes { severity message status evidence household { number } } } }`;
    return (await app.ask(officer, query, { rule: [rule] })).data.qualityFindings.nodes;
  };

  beforeAll(async () => {
    app = await startTestApp(ON, { PROVINCE_MODULES: resolve('examples/province-module') });
    officer = await app.token([OFFICER]);
  }, 120_000);
  afterAll(() => app?.stop());

  it('shows the rules in force, the stricter numbers beside the nation’s, and whose each is', async () => {
    const query = `query($county: RegionCode, $on: Date) { province(code: "610000") { qualityRules(county: $county, on: $on) {
      id name severity own origin thresholds { name value national } source { id } } } }`;
    const { data, errors } = await app.ask(officer, query);
    expect(errors).toEqual([]);
    const rule = (id: string) => data.province.qualityRules.find((one: { id: string }) => one.id === id);
    expect(data.province.qualityRules).toHaveLength(23);
    expect(rule('identical-figures')).toMatchObject({
      ...{ own: false, severity: 'WARNING', origin: 'R20, 5.3', source: { id: 'shaanxi-work-rules' } },
      thresholds: [{ name: 'households', value: 3, national: 5 }],
    });
    expect(rule('no-support-in-time')).toMatchObject({ severity: 'CRITICAL', source: { id: 'shaanxi-work-rules' } });
    expect(rule('eliminated-too-soon')).toMatchObject({ severity: 'CRITICAL', source: null, thresholds: [] });
    expect(rule('allowance-and-high-income')).toMatchObject({ own: true, origin: null, severity: 'WARNING' });
    const before = await app.ask(officer, query, { on: '2023-12-31' });
    expect(before.data.province.qualityRules).toHaveLength(22);
    const analyst = await app.token([{ role: 'ANALYST', region: COUNTY }]);
    expect((await app.ask(analyst, query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await app.ask(null, query)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('finds by its own rule a household over twice the line, and not one at twice the line', async () => {
    await bring([household('OVER', WAGES.over), household('TWICE', WAGES.at), household('NONE', WAGES.over, 'NONE')]);
    expect(await scan()).toMatchObject({ counties: 1, households: 3, opened: 1 });
    expect(await found('allowance-and-high-income')).toMatchObject([
      {
        household: { number: 'OVER' },
        severity: 'WARNING',
        message: 'A household on subsistence allowance has an income far over the line.',
        evidence: { safetyNets: ['SUBSISTENCE_ALLOWANCE'], source: 'shaanxi-work-rules' },
      },
    ]);
  });

  it('finds three households alike, where the nation asks for five, and not two', async () => {
    await bring([household('LIKE-1', '3000.00', 'NONE'), household('LIKE-2', '3000.00', 'NONE')]);
    await scan();
    expect(await found('identical-figures')).toEqual([]);
    await bring([household('LIKE-3', '3000.00', 'NONE')]);
    await scan();
    expect(await found('identical-figures')).toMatchObject([{ evidence: { households: 3 } }]);
  });

  it('goes on where it was cut off, shares a run with a second process, and leaves a county that is through', async () => {
    const many = Array.from({ length: 620 }, (_, n) => household(`MANY-${n}`, `${8_000 + n}.50`, 'NONE'));
    await bring(many);
    const stop = new AbortController();
    const { database } = app.app.ground;
    const write = database.write.bind(database);
    let pages = 0;
    const cutOff = new ScanQualityService({
      ...app.app.ground,
      database: Object.assign(Object.create(database), {
        write: async (...asked: Parameters<typeof write>) => {
          pages += 1;
          const answer = await write(...asked);
          stop.abort();
          return answer;
        },
      }),
    });
    const first = await cutOff.scan(COUNTY, { on: ON, now: new Date(), stopping: stop.signal });
    expect([pages, first]).toMatchObject([1, { counties: 0, households: 500 }]);
    const rest = await Promise.all([scan({ onlyUnfinished: true }), scan({ onlyUnfinished: true })]);
    const seen = rest.reduce((sum, { households }) => sum + households, 0);
    // What changed just before the last run is looked at once more.
    expect(seen).toBe(626 - 500);
    expect(await scan({ onlyUnfinished: true })).toMatchObject({ counties: 1, households: 0 });
  });

  it('is looked through once a day, after three in the morning, by whichever server comes first', async () => {
    const daily = () => {
      const tree = Object.assign(Object.create(app.app.ground.tree), {
        childrenOf: () => [{ code: '610000' as RegionCode, level: 'PROVINCE' }],
        countiesUnder: () => [COUNTY],
      });
      return new DailyQuality({ ...app.app.ground, tree });
    };
    const tomorrow = date('2024-06-02');
    await bring([household('LATE', WAGES.over)]);
    await app.atWork(() => daily().take({ now: new Date('2024-06-01T18:59:00Z'), today: tomorrow }));
    expect(await found('allowance-and-high-income')).toHaveLength(1);
    await app.atWork(() => daily().take({ now: new Date('2024-06-01T19:00:00Z'), today: tomorrow }));
    expect(await found('allowance-and-high-income')).toHaveLength(2);
    await bring([household('LATER', WAGES.over)]);
    await app.atWork(() => daily().take({ now: new Date('2024-06-01T20:00:00Z'), today: tomorrow }));
    expect(await found('allowance-and-high-income')).toHaveLength(2);
  });
});
