import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, addMonths, date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { resolveRules } from '../../../src/domain/province/resolve-rules.js';
import { assessHousehold } from '../../../src/domain/risk/assess-household.js';
import { findHouseholdFacts } from '../../../src/features/household/household-row.repository.js';
import { JudgementRunner } from '../../../src/features/province/index.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/index.js';
import { simulateRules } from '../../../src/features/simulation/index.js';
import { withProposedLine, withProposedParameters } from '../../../src/features/simulation/proposed-line.js';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';
import { rangeJudgement, source } from '../../../src/province-sdk/index.js';
import { openRegister, type RegisterDatabase } from '../household/register-database.js';
import { serviceWith, yunnanWithLine } from '../province/planted-modules.js';
import { type PlantedIncome, plantHouseholds } from './planted-households.js';

const ON = date('2024-02-29');
const HOUSEHOLDS = 50;

/** Windows of 12 and of 6 months and some that are neither, ended long ago, yesterday, on the day and after it. */
const income = fc
  .record({
    months: fc.constantFrom(12, 12, 12, 6, 11),
    ago: fc.constantFrom(-1, 0, 1, 59, 182, 183, 364, 365, 366, 367, 800),
    /** A window may be written with the same day at both ends, and some are a day short. */
    slack: fc.constantFrom(0, 0, 0, 1, -1),
    heads: fc.integer({ min: 1, max: 7 }),
    perHead: fc.constantFrom(-1, 0, 749_999, 750_000, 799_999, 800_000, 599_999),
    odd: fc.integer({ min: -3, max: 3 }),
    businessExpenses: fc.constantFrom(0, 12_345),
  })
  .map(({ months, ago, slack, heads, perHead, odd, businessExpenses }): PlantedIncome => {
    const to = addDays(ON, -ago);
    const from = addDays(addMonths(addDays(to, 1), -months), -slack);
    return { from, to, heads, wages: perHead * heads + odd + businessExpenses, businessExpenses };
  });
const records = fc.uniqueArray(income, { maxLength: 4, selector: ({ from, to }) => `${from}/${to}` });

describe('the simulation in SQL', () => {
  const provinces = serviceWith();
  const tree = loadRegionTree(readEditionRows());
  const villages = tree.countiesUnder('430000' as RegionCode);
  const sandbox = new Sandbox();
  const judgements = new JudgementRunner({ sandbox });
  const households = { factsOf: findHouseholdFacts };
  let register: RegisterDatabase;
  beforeAll(async () => {
    register = await openRegister();
  });
  afterAll(async () => {
    await sandbox.close();
    await register.close();
  });

  it('agrees with the pure assessment on every one of 50 random households a run, line and window as they are and as proposed', async () => {
    let run = 0;
    let [entering, leaving] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(records, { minLength: HOUSEHOLDS, maxLength: HOUSEHOLDS }),
        fc.constantFrom(600_000, 749_999, 750_000, 750_001, 800_000, 1_200_000),
        fc.constantFrom(null, null, 6),
        async (incomes, line, windowMonths) => {
          const county = villages[run] as RegionCode;
          run += 1;
          const facts = await plantHouseholds(register.database, `${county}001001`, incomes);
          const request = { province: '430000' as RegionCode, on: ON, region: county };
          const parameters = windowMonths === null ? null : { windowMonths };
          const counted = await simulateRules(
            { database: register.database, tree, provinces, households, judgements },
            null,
            {
              ...request,
              perCapitaIncomeLine: fen(line),
              parameters,
            },
          );
          const hunan = provinces.served(county)!;
          const proposal = { perCapitaIncome: fen(line), windowMonths };
          const proposed = { ...hunan, config: withProposedLine(hunan.config, proposal, ON, county) };
          const pairs = facts.map((one) =>
            [hunan, proposed].map(
              (rules) => assessHousehold(one, resolveRules(rules, ON, county), ON).withinRange === true,
            ),
          );
          const count = (wanted: (now?: boolean, then?: boolean) => boolean | undefined): number =>
            pairs.filter(([now, then]) => wanted(now, then)).length;
          expect(counted).toMatchObject({
            households: HOUSEHOLDS,
            withinRangeNow: count((now) => now),
            withinRangeThen: count((_, then) => then),
            entering: count((now, then) => then && !now),
            leaving: count((now, then) => now && !then),
          });
          entering += counted.entering;
          leaving += counted.leaving;
        },
      ),
      { numRuns: 12 },
    );
    // The runs looked at households on both sides.
    expect(entering).toBeGreaterThan(0);
    expect(leaving).toBeGreaterThan(0);
  });

  it('agrees household by household with the pure assessment where a function has a say, and asks it of nobody under the line', async () => {
    const judgement = rangeJudgement({
      code: 'near-the-line',
      name: { zh: '接近监测线', en: 'Near the line' },
      from: '2024-01-01',
      parameters: { percent: 104 },
      source: source({ id: 'a-text', title: '某省文件', standing: 'document' }),
      judge: (facts, rules, { percent }) => {
        if (facts.income?.heads === 7) throw new Error('seven heads');
        const income = facts.perCapitaIncome;
        return {
          within: income !== null && rules.line !== null && income * 100 < rules.line.perCapitaIncome * percent,
          findings: [],
        };
      },
    });
    const own = serviceWith([{ ...yunnanWithLine('7500.00'), judgements: [judgement] }]);
    const yunnan = own.served('530000' as RegionCode)!;
    const counties = tree.countiesUnder('530000' as RegionCode);
    let [run, entered, asked, unanswered] = [0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(records, { minLength: 30, maxLength: 30 }),
        fc.constantFrom(100, 120),
        async (incomes, percent) => {
          const county = counties[run] as RegionCode;
          run += 1;
          const facts = await plantHouseholds(register.database, `${county}001001`, incomes);
          const told: number[] = [];
          const counted = await simulateRules(
            { database: register.database, tree, provinces: own, households, judgements },
            null,
            {
              province: '530000' as RegionCode,
              on: ON,
              region: county,
              perCapitaIncomeLine: null,
              parameters: { judgements: { 'near-the-line': { percent } } },
            },
            (done, _, unit) => void (unit === 'households' && told.push(done)),
          );
          const assess = async (config: typeof yunnan.config) => {
            const rules = resolveRules({ ...yunnan, config }, ON, county);
            const judged = await judgements.range(rules, facts, ON);
            return facts.map((one, at) => assessHousehold(one, rules, ON, judged[at]).withinRange);
          };
          const [now, then] = [
            await assess(yunnan.config),
            await assess(withProposedParameters(yunnan.config, { 'near-the-line': { percent } })),
          ];
          const count = (wanted: (now: boolean, then: boolean) => boolean): number =>
            facts.filter((_, at) => wanted(now[at] === true, then[at] === true)).length;
          expect(counted).toMatchObject({
            households: 30,
            withinRangeNow: count((isNow) => isNow),
            withinRangeThen: count((_, isThen) => isThen),
            entering: count((isNow, isThen) => isThen && !isNow),
            leaving: count((isNow, isThen) => isNow && !isThen),
          });
          expect(told).toEqual([30]);
          expect(counted.functions.map(({ judgement: { code } }) => code)).toEqual(['near-the-line']);
          entered += counted.entering;
          asked += counted.functions[0]!.asked;
          unanswered += counted.functions[0]!.unanswered;
        },
      ),
      // The same households every time: by chance none enters in some runs.
      { numRuns: 6, seed: 1130 },
    );
    expect(entered).toBeGreaterThan(0);
    expect(unanswered).toBeGreaterThan(0);
    expect(asked).toBeLessThan(6 * 30 * 2);
  });
});
