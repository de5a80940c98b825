import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../../src/domain/jurisdiction/role.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { plantHouseholds } from './planted-households.js';

const QUERY = `query($input: SimulateRulesInput!) { simulateRules(input: $input) {
  households withinRangeNow withinRangeThen entering leaving floorViolation functions { code name asked unanswered }
  byCounty { region { code name } withinRangeNow withinRangeThen }
} }`;

/** One head that earned this in 2022, in fen. */
const earned = (wages: number) => [{ from: '2022-01-01', to: '2022-12-31', heads: 1, wages, businessExpenses: 0 }];

describe('Query.simulateRules', () => {
  let app: TestApp;
  const ask = async (input: Record<string, unknown>, grant: Grant = { role: 'PROVINCE_IT', region: '430000' }) => {
    const token = await app.token([grant]);
    app.forget();
    return app.ask(token, QUERY, { input: { province: '430000', on: '2023-06-01', ...input } });
  };

  beforeAll(async () => {
    app = await startTestApp('2023-06-01', { DEMO: 'off' });
    const { database } = app.app.ground;
    await plantHouseholds(database, '430121001001', [
      earned(749_999),
      earned(750_000),
      earned(799_999),
      earned(800_000),
      [],
    ]);
    await plantHouseholds(database, '430181101201', [earned(599_999), earned(790_000)]);
  });
  afterAll(() => app.stop());

  it('counts 2 of 7 households under 7,500.00 yuan now, and 5 under 8,000.00, by county', async () => {
    const { data, errors } = await ask({ perCapitaIncomeLine: '8000.00' });
    expect(errors).toEqual([]);
    expect(data.simulateRules).toEqual({
      households: 7,
      withinRangeNow: 2,
      withinRangeThen: 5,
      entering: 3,
      leaving: 0,
      floorViolation: null,
      functions: [],
      byCounty: [
        { region: { code: '430121', name: '长沙县' }, withinRangeNow: 1, withinRangeThen: 3 },
        { region: { code: '430181', name: '浏阳市' }, withinRangeNow: 1, withinRangeThen: 2 },
      ],
    });
  });

  it('counts what leaves under 6,000.00 yuan, and names the floor one fen below it', async () => {
    const at = await ask({ perCapitaIncomeLine: '6000.00' });
    expect(at.data.simulateRules).toMatchObject({ withinRangeThen: 1, entering: 0, leaving: 1, floorViolation: null });
    const under = await ask({ perCapitaIncomeLine: '5999.99' });
    expect(under.data.simulateRules).toMatchObject({ withinRangeThen: 0, leaving: 2 });
    expect(under.data.simulateRules.floorViolation).toContain('under the national floor of 6000.00 yuan');
  });

  it('changes nothing where nothing is proposed, and writes nothing', async () => {
    const { data } = await ask({});
    expect(data.simulateRules).toMatchObject({ withinRangeNow: 2, withinRangeThen: 2, entering: 0, leaving: 0 });
    expect(app.statements.filter((text) => /\b(INSERT|UPDATE|DELETE)\b/i.test(text))).toEqual([]);
  });

  it('counts a county alone, and a window of 6 months that no record spans', async () => {
    const county = await ask({ region: '430181', perCapitaIncomeLine: '8000.00' });
    expect(county.data.simulateRules).toMatchObject({ households: 2, withinRangeNow: 1, withinRangeThen: 2 });
    const window = await ask({ parameters: { windowMonths: 6 } });
    expect(window.data.simulateRules).toMatchObject({ withinRangeNow: 2, withinRangeThen: 0, leaving: 2 });
  });

  it('takes the line by its formula: 2 times 400.00 yuan a month is 9,600.00 a year', async () => {
    const by = (times: number) => ask({ parameters: { timesRuralAllowance: { times, monthlyAllowance: '400.00' } } });
    expect((await by(2)).data.simulateRules).toMatchObject({ withinRangeThen: 6, floorViolation: null });
    expect((await by(1)).data.simulateRules.floorViolation).toContain('4800.00');
  });

  it('names what is wrong in parameters: an amount, a formula beside a line, a function that is not there', async () => {
    const told = async (input: Record<string, unknown>) => (await ask(input)).errors[0]?.message;
    const formula = { times: 2, monthlyAllowance: '400.00' };
    expect(await told({ parameters: { timesRuralAllowance: { ...formula, monthlyAllowance: '4.005' } } })).toContain(
      'timesRuralAllowance.monthlyAllowance: an amount in yuan',
    );
    expect(await told({ perCapitaIncomeLine: '8000.00', parameters: { timesRuralAllowance: formula } })).toContain(
      'give one of them',
    );
    expect(await told({ parameters: { judgements: { 'lone-elder': { age: 65 } } } })).toContain('known: none');
    expect(await told({ perCapitaIncomeLine: '10000000.01' })).toContain('10,000,000.00');
  });

  it('is for the province’s officers and IT, each in their own province', async () => {
    const officer = await ask({}, { role: 'PROVINCE_OFFICER', region: '430000' });
    expect(officer.errors).toEqual([]);
    for (const grant of [
      { role: 'COUNTY_OFFICER', region: '430121' },
      { role: 'PROVINCE_IT', region: '520000' },
    ] as const) {
      const refused = await ask({}, grant);
      expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
    const nobody = await app.ask(null, QUERY, { input: { province: '430000' } });
    expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('refuses a region of another province, a county as the province, and a parameter that it does not know', async () => {
    for (const input of [{ region: '520000' }, { province: '430121' }, { parameters: { windowMonth: 6 } }]) {
      const { errors } = await ask(input);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual([
        'region' in input ? 'FORBIDDEN' : 'BAD_USER_INPUT',
      ]);
    }
    const inside = await ask({ region: '520000' }, { role: 'PROVINCE_IT', region: '000000' });
    expect(inside.errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });
});
