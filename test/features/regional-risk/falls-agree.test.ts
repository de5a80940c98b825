import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { fellSharply } from '../../../src/domain/risk/rules/income-fall.js';
import { situationOn } from '../../../src/domain/risk/situation.js';
import { fallRules } from '../../../src/features/regional-risk/fall-rules.js';
import { monthCounts } from '../../../src/features/regional-risk/register-figures.repository.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { dated, defineProvince, monitoringLine, source } from '../../../src/province-sdk/index.js';
import { openRegister, type RegisterDatabase } from '../household/register-database.js';
import { serviceWith } from '../province/planted-modules.js';
import { type PlantedIncome, plantHouseholds } from '../simulation/planted-households.js';

const PERIOD = { from: date('2023-01-01'), to: date('2024-03-31') };
const text = source({ id: 'a-text', title: '某省文件', standing: 'document' });
/** The line's window is a year, then six months from September on; a fall is sharp from 30 %, from July on from 50 %. */
const CHANGING = defineProvince({
  code: '530000',
  name: { zh: '云南省', en: 'Yunnan' },
  monitoringLines: dated([
    { from: '2021-05-14', value: monitoringLine({ perCapitaIncome: '7500.00' }), source: text },
    { from: '2023-09-01', value: monitoringLine({ perCapitaIncome: '7500.00', windowMonths: 6 }), source: text },
  ]),
  incomeFallPercent: dated([
    { from: '2021-05-14', value: 30, source: text },
    { from: '2023-07-01', value: 50, source: text },
  ]),
});

const income = fc
  .record({
    months: fc.constantFrom(12, 12, 12, 6, 6, 11),
    ago: fc.constantFrom(0, 15, 60, 183, 184, 199, 244, 260, 290, 610, 611, 640, 660),
    slack: fc.constantFrom(0, 0, 1, -1),
    heads: fc.integer({ min: 1, max: 7 }),
    perHead: fc.constantFrom(-100, 0, 500, 500, 700, 700, 1_000, 1_000, 2_000),
    odd: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ months, ago, slack, heads, perHead, odd }): PlantedIncome => {
    const to = addDays(PERIOD.to, -ago);
    const from = addDays(addMonths(addDays(to, 1), -months), -slack);
    return { from, to, heads, wages: perHead * heads + odd, businessExpenses: 0 };
  });
const records = fc.uniqueArray(income, { minLength: 4, maxLength: 8, selector: ({ from, to }) => `${from}/${to}` });

describe('the households of a month whose income fell sharply (R23)', () => {
  let register: RegisterDatabase;
  const provinces = serviceWith([CHANGING]);
  beforeAll(async () => {
    register = await openRegister();
  });
  afterAll(() => register.close());

  const counted = async (county: RegionCode) => {
    const falls = fallRules(provinces, county, PERIOD);
    const rows = await register.database.read(WHOLE_REGISTER, (tx) => monthCounts(tx, county, PERIOD, falls));
    return Object.fromEntries(
      rows.filter(({ indicator }) => indicator === 'incomes-falling').map(({ month, count }) => [month, count]),
    );
  };

  it('are those of 120 random households a run whom the pure rule finds on the last day of the month, by the rules of that day', async () => {
    let [run, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(records, { minLength: 120, maxLength: 120 }), async (households) => {
        const county = `53010${2 + run}` as RegionCode;
        run += 1;
        const facts = await plantHouseholds(register.database, `${county}001001`, households);
        const expected: Record<string, number> = {};
        for (let month = PERIOD.from; month <= PERIOD.to; month = addMonths(month, 1)) {
          const on = addDays(addMonths(month, 1), -1);
          const rules = provinces.rulesOn(county, on);
          const falling = facts.filter((one) => {
            const situation = situationOn(one, rules, on);
            return (situation.income?.to ?? '') >= month && fellSharply(situation);
          });
          if (falling.length > 0) expected[month] = falling.length;
          found += falling.length;
        }
        expect(await counted(county)).toEqual(expected);
      }),
      { numRuns: 4 },
    );
    expect(found).toBeGreaterThan(10);
  });

  it('are told by the share of the month: 30 % in June 2023, 50 % in July, and a fen short of it is none', async () => {
    const county = '530111' as RegionCode;
    const year = (to: string, wages: number): PlantedIncome => {
      const from = addMonths(addDays(date(to), 1), -12);
      return { from, to, heads: 1, wages, businessExpenses: 0 };
    };
    const falls = (to: string, wages: number) => [year(addMonths(date(to), -12), 1_000), year(to, wages)];
    await plantHouseholds(register.database, `${county}001001`, [
      falls('2023-06-15', 700),
      falls('2023-06-15', 701),
      falls('2023-07-15', 700),
      falls('2023-07-15', 500),
      falls('2023-07-15', 501),
    ]);
    expect(await counted(county)).toEqual({ '2023-06-01': 1, '2023-07-01': 1 });
  });

  it('are not those whose newer window overlaps the one that was higher', async () => {
    const county = '530112' as RegionCode;
    const high = { from: '2022-01-01', to: '2022-12-31', heads: 1, wages: 1_000, businessExpenses: 0 };
    const low = { from: '2022-07-01', to: '2023-06-30', heads: 1, wages: 100, businessExpenses: 0 };
    await plantHouseholds(register.database, `${county}001001`, [[high, low]]);
    expect(await counted(county)).toEqual({});
  });
});
