import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARANTEE_STATUSES, type GuaranteeCheck } from '../../../src/domain/guarantee/guarantee-check.js';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { addDays, addMonths, date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { assessHousehold } from '../../../src/domain/risk/assess-household.js';
import { screeningReasons } from '../../../src/domain/screening/screening-reasons.js';
import { guaranteeCheck } from '../../../src/features/guarantee/guarantee.table.js';
import { findHouseholdFacts } from '../../../src/features/household/index.js';
import { chineseHolidayCalendar, JudgementRunner } from '../../../src/features/province/index.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/index.js';
import { type ScreeningParts, screenRegister } from '../../../src/features/screening/index.js';
import { createFieldCipher } from '../../../src/platform/crypto/aes-field-cipher.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { type PiiKeys, readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';
import { rangeJudgement, source } from '../../../src/province-sdk/index.js';
import { openRegister, type RegisterDatabase } from '../household/register-database.js';
import { serviceWith, yunnanWithLine } from '../province/planted-modules.js';
import { type PlantedIncome, plantHouseholds } from '../simulation/planted-households.js';

const ON = date('2024-02-29');
const NOW = new Date('2024-02-29T04:00:00.000Z');
const HOUSEHOLDS = 40;

const income = fc
  .record({
    months: fc.constantFrom(12, 12, 12, 6, 11),
    ago: fc.constantFrom(-1, 0, 1, 59, 364, 365, 366, 367, 800),
    slack: fc.constantFrom(0, 0, 0, 1, -1),
    heads: fc.integer({ min: 1, max: 7 }),
    perHead: fc.constantFrom(-1, 0, 749_999, 750_000, 799_999, 800_000, 2_000_000),
    odd: fc.integer({ min: -3, max: 3 }),
    businessExpenses: fc.constantFrom(0, 12_345),
  })
  .map(({ months, ago, slack, heads, perHead, odd, businessExpenses }): PlantedIncome => {
    const to = addDays(ON, -ago);
    const from = addDays(addMonths(addDays(to, 1), -months), -slack);
    return { from, to, heads, wages: perHead * heads + odd + businessExpenses, businessExpenses };
  });
const records = fc.uniqueArray(income, { maxLength: 4, selector: ({ from, to }) => `${from}/${to}` });

/** Two checks may be of one day; some lie ahead. */
const check = fc
  .record({
    ago: fc.constantFrom(-1, 0, 0, 1, 400),
    housing: fc.constantFrom(...GUARANTEE_STATUSES, 'SECURE' as const),
  })
  .map(({ ago, housing }): GuaranteeCheck => {
    const secure = {
      food: 'SECURE',
      clothing: 'SECURE',
      compulsoryEducation: 'SECURE',
      basicMedicalCare: 'SECURE',
    } as const;
    return { checkedOn: addDays(ON, -ago), ...secure, safeHousing: housing, drinkingWater: 'AT_RISK' };
  });
const checks = fc.array(check, { maxLength: 3 });

let planted = 0;
/** Writes the checks, oldest entry first, and gives the facts newest first, as the register does. */
async function plantChecks(database: Database, facts: HouseholdFacts, own: readonly GuaranteeCheck[]) {
  const rows = own.map((one, index) => {
    planted += 1;
    const id = `00000000-0000-7000-a000-${String(planted).padStart(12, '0')}`;
    return { ...one, id, index };
  });
  const { regionCode, id: householdId } = facts;
  const place = { countyCode: regionCode.slice(0, 6), regionCode, householdId };
  await database.write(WHOLE_REGISTER, (tx) =>
    tx.insert(
      guaranteeCheck,
      rows.map(({ index: _, ...row }) => ({ ...place, ...row, recordedAt: NOW.toISOString() })),
    ),
  );
  const newestFirst = [...rows].sort((a, b) =>
    a.checkedOn === b.checkedOn ? b.index - a.index : a.checkedOn < b.checkedOn ? 1 : -1,
  );
  return { ...facts, guarantees: newestFirst };
}

describe('the screening by rules', () => {
  const tree = loadRegionTree(readEditionRows());
  const counties = tree.countiesUnder('430000' as RegionCode);
  const sandbox = new Sandbox();
  const judgements = new JudgementRunner({ sandbox });
  let register: RegisterDatabase;
  let parts: ScreeningParts;
  beforeAll(async () => {
    register = await openRegister();
    const keys = readPiiKeys(`a:${Buffer.alloc(32, 'screening').toString('base64')}`) as PiiKeys;
    parts = {
      database: register.database,
      tree,
      provinces: serviceWith(),
      judgements,
      households: { factsOf: findHouseholdFacts },
      holidays: chineseHolidayCalendar(),
      cipher: createFieldCipher(keys, 'aes'),
      blindIndex: createBlindIndex(keys),
    };
  });
  afterAll(async () => {
    await sandbox.close();
    await register.close();
  });

  const screen = (region: string, more: Partial<ScreeningParts> = {}, on = ON) =>
    screenRegister({ ...parts, ...more }, { region: region as RegionCode, on, now: NOW, today: on, requestId: 'test' });
  const leadsIn = async (county: string): Promise<string[]> => {
    const rows = await register.database.read(WHOLE_REGISTER, (tx) =>
      tx.text<{ id: string }>('SELECT household_id AS id FROM lead WHERE county_code = $1 ORDER BY 1', [county]),
    );
    return rows.map(({ id }) => id);
  };

  it('opens a lead for just those of 40 random households a run whom the pure assessment puts within the range or finds critical', async () => {
    let [run, opened, critical] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(records, checks), { minLength: HOUSEHOLDS, maxLength: HOUSEHOLDS }),
        async (households) => {
          const county = counties[run] as RegionCode;
          run += 1;
          const bare = await plantHouseholds(
            register.database,
            `${county}001001`,
            households.map(([incomes]) => incomes),
          );
          const facts = await Promise.all(
            bare.map((one, at) => plantChecks(register.database, one, households[at]![1])),
          );
          const rules = parts.provinces.rulesOn(county, ON);
          const expected = facts.filter((one) => {
            const assessment = assessHousehold(one, rules, ON);
            const grave = assessment.findings.some(({ severity }) => severity === 'CRITICAL');
            critical += Number(grave && assessment.withinRange !== true);
            return assessment.withinRange === true || grave;
          });
          const screened = await screen(county);
          expect(screened).toMatchObject({ households: HOUSEHOLDS, leadsOpened: expected.length, finished: true });
          expect(await leadsIn(county)).toEqual(expected.map(({ id }) => id).sort());
          opened += expected.length;
        },
      ),
      { numRuns: 5 },
    );
    expect(opened).toBeGreaterThan(20);
    expect(critical).toBeGreaterThan(2);
  });

  it('opens nothing twice on the same day, nor on the next for the same records, and once more for a new one', async () => {
    const county = counties[40] as RegionCode;
    const poor = { from: '2023-02-28', to: '2024-02-27', heads: 1, wages: 100, businessExpenses: 0 };
    // It serves from the next day on.
    const newer = { ...poor, from: '2023-03-02', to: '2024-03-01', wages: 90 };
    const village = `${county}001001`;
    const [, , third] = await plantHouseholds(register.database, village, [[poor], [poor], [poor, newer]]);
    expect(await screen(county)).toMatchObject({ leadsOpened: 3, resumed: false });
    expect(await screen(county)).toMatchObject({ leadsOpened: 0, resumed: false });
    // As if every lead had been looked into and nothing found.
    await register.database.write(WHOLE_REGISTER, (tx) =>
      tx.text(`UPDATE lead SET status = 'DISMISSED' WHERE county_code = $1`, [county]),
    );
    expect(await screen(county)).toMatchObject({ leadsOpened: 0 });
    expect(await screen(county, {}, addDays(ON, 1))).toMatchObject({ leadsOpened: 1, finished: true });
    const known = (await leadsIn(county)).filter((id) => id !== third!.id);
    expect([known.length, (await leadsIn(county)).length]).toEqual([2, 4]);
    expect(await screen(county, {}, addDays(ON, 2))).toMatchObject({ leadsOpened: 0, finished: true });
  });

  it('goes on after a crash with the counties that are left, and opens each lead once', async () => {
    const [first, second] = [counties[30] as RegionCode, counties[31] as RegionCode];
    const city = `${first.slice(0, 4)}00` as RegionCode;
    expect(second.startsWith(first.slice(0, 4))).toBe(true);
    const poor = { from: '2023-02-28', to: '2024-02-27', heads: 1, wages: 100, businessExpenses: 0 };
    for (const county of [first, second])
      await plantHouseholds(register.database, `${county}001001`, [[poor], [poor], [poor]]);
    let writes = 0;
    const failing = {
      read: register.database.read.bind(register.database),
      write: (scope: never, work: never) => {
        writes += 1;
        // Past the start of both parts and the leads of one county.
        if (writes > 3) throw new Error('the machine went down');
        return register.database.write(scope, work);
      },
    } as unknown as Database;
    await expect(screen(city, { database: failing })).rejects.toThrow('went down');
    const again = await screen(city);
    expect(again).toMatchObject({ resumed: true, finished: true });
    expect([(await leadsIn(first)).length, (await leadsIn(second)).length]).toEqual([3, 3]);
  });

  it('goes household by household where a function of the province has a say, and tells its name as the reason', async () => {
    const judgement = rangeJudgement({
      code: 'near-the-line',
      name: { zh: '接近监测线', en: 'Near the line' },
      from: '2024-01-01',
      parameters: { percent: 104 },
      source: source({ id: 'a-text', title: '某省文件', standing: 'document' }),
      judge: (facts, rules, { percent }) => {
        const own = facts.perCapitaIncome;
        return {
          within: own !== null && rules.line !== null && own * 100 < rules.line.perCapitaIncome * percent,
          findings: [],
        };
      },
    });
    const provinces = serviceWith([{ ...yunnanWithLine('7500.00'), judgements: [judgement] }]);
    const county = tree.countiesUnder('530000' as RegionCode)[0]!;
    const of = (wages: number) => [{ from: '2023-02-28', to: '2024-02-27', heads: 1, wages, businessExpenses: 0 }];
    const facts = await plantHouseholds(register.database, `${county}001001`, [of(749_999), of(779_999), of(780_000)]);
    expect(await screen(county, { provinces })).toMatchObject({ households: 3, leadsOpened: 2 });
    expect(await leadsIn(county)).toEqual(facts.slice(0, 2).map(({ id }) => id));
    const rules = await register.database.read(WHOLE_REGISTER, (tx) =>
      tx.text<{ rule: string }>(
        'SELECT rule FROM screening_finding WHERE county_code = $1 ORDER BY household_id, rule',
        [county],
      ),
    );
    expect(rules.map(({ rule }) => rule)).toEqual(['income-line', 'near-the-line', 'near-the-line']);
  });
});

describe('screeningReasons', () => {
  it('is empty for what is neither within the range nor critical', () => {
    expect(screeningReasons({ withinRange: false, findings: [] })).toEqual([]);
  });
});
