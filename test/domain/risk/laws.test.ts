import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GUARANTEE_STATUSES } from '../../../src/domain/guarantee/guarantee-check.js';
import {
  HEALTH_CONDITIONS,
  LABOUR_CAPACITIES,
  type MemberFacts,
  SELF_CARES,
} from '../../../src/domain/household/household.js';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
import { assessHousehold, type HouseholdAssessment } from '../../../src/domain/risk/assess-household.js';
import { aCheck, aHousehold, aMember, anIncome } from './a-household.js';
import { hunanOn, JUNE_2023 } from './rules-in-force.js';

const RULES = hunanOn('2023-06-01');
const assess = (facts: HouseholdFacts): HouseholdAssessment => assessHousehold(facts, RULES, JUNE_2023);

const amount = fc.integer({ min: 0, max: 5_000_000 }).map(fen);
const member: fc.Arbitrary<MemberFacts> = fc
  .record({
    health: fc.uniqueArray(fc.constantFrom(...HEALTH_CONDITIONS)),
    labour: fc.constantFrom(...LABOUR_CAPACITIES),
    selfCare: fc.constantFrom(...SELF_CARES),
    disabilityGrade: fc.option(fc.integer({ min: 1, max: 4 })),
    birthDate: fc.option(
      fc.constantFrom(date('1950-01-01'), date('1963-06-01'), date('1963-06-02'), date('2015-01-01')),
    ),
  })
  .map(aMember);
const household = fc
  .record({
    members: fc.array(member, { maxLength: 5 }),
    wages: amount,
    before: amount,
    medical: amount,
    expenses: amount,
    housing: fc.constantFrom(...GUARANTEE_STATUSES),
    poor: fc.boolean(),
  })
  .map(({ members, wages, before, medical, expenses, housing, poor }) =>
    aHousehold()
      .formerly(poor ? 'FORMERLY_POOR' : 'GENERAL')
      .members(...members)
      .incomes(
        anIncome({ wages, businessExpenses: expenses, rigid: { medical } }),
        anIncome({ from: date('2021-01-01'), to: date('2021-12-31'), wages: before }),
      )
      .guarantees(aCheck({ safeHousing: housing }), aCheck({ on: '2022-03-01', food: 'NOT_SECURED' }))
      .get(),
  );

const incomeRules = ['income-line', 'income-after-rigid', 'income-fall', 'medical-share'];
const incomeFindings = (assessment: HouseholdAssessment) =>
  assessment.findings.filter(({ rule }) => incomeRules.includes(rule)).map(({ rule }) => rule);

describe('laws of the assessment', () => {
  it('adds no income finding when a household earns more', () => {
    fc.assert(
      fc.property(household, amount, (facts, more) => {
        const [now, before] = facts.incomes;
        const richer = { ...facts, incomes: [{ ...now!, wages: fen(now!.wages + more) }, before!] };
        const found = incomeFindings(assess(facts));
        for (const rule of incomeFindings(assess(richer))) expect(found).toContain(rule);
      }),
    );
  });

  it('does not look at the order of members, records and checks', () => {
    fc.assert(
      fc.property(household, (facts) => {
        const turned = {
          ...facts,
          members: [...facts.members].reverse(),
          incomes: [...facts.incomes].reverse(),
          guarantees: [...facts.guarantees].reverse(),
        };
        expect(assess(turned)).toEqual(assess(facts));
      }),
    );
  });

  it('gives the same verdict on the same input', () => {
    fc.assert(
      fc.property(household, (facts) => {
        expect(assess(structuredClone(facts))).toEqual(assess(facts));
      }),
    );
  });

  it('never says within the range and over the line at once', () => {
    fc.assert(
      fc.property(household, (facts) => {
        const { withinRange, band, perCapitaIncome, line } = assess(facts);
        expect(withinRange).toBe(perCapitaIncome! < line!.perCapitaIncome);
        expect(band?.response).toBe(withinRange ? 'MUST_VERIFY' : 'NONE');
      }),
    );
  });

  it('suggests only instruments that the province offers on the day, and none that needs labour where there is none', () => {
    fc.assert(
      fc.property(household, (facts) => {
        const able = facts.members.some(({ labour }) => ['SKILLED', 'ORDINARY', 'WEAK'].includes(labour));
        for (const { instrument } of assess(facts).suggestedInstruments) {
          const offer = RULES.instruments.find(({ code }) => code === instrument);
          expect(offer).toBeDefined();
          if (!able) expect(offer?.requiresLabour).toBe(false);
        }
      }),
    );
  });
});
