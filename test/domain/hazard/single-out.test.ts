import { describe, expect, it } from 'vitest';
import { HAZARD_KINDS, type HazardKind } from '../../../src/domain/hazard/hazard-kind.js';
import { hazardRulesFor, singleOut } from '../../../src/domain/hazard/single-out.js';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { fen, yuan } from '../../../src/domain/kernel/money.js';
import type { Severity } from '../../../src/domain/risk/finding.js';
import { aCheck, aHousehold, anIncome } from '../risk/a-household.js';
import { hunanOn, JUNE_2023 } from '../risk/rules-in-force.js';

const RULES = hunanOn('2023-06-01');
const rulesFor = (kind: HazardKind, severity: Severity = 'WARNING') => hazardRulesFor(RULES, { kind, severity });
const screen = (facts: HouseholdFacts, kind: HazardKind) => singleOut(facts, RULES, rulesFor(kind), JUNE_2023);
const codes = (facts: HouseholdFacts, kind: HazardKind) => screen(facts, kind).singledOut.map(({ rule }) => rule.code);

describe('R19: the national default rules of hazards', () => {
  it('have one at least for each kind that 2.3 names', () => {
    expect(HAZARD_KINDS.filter((kind) => rulesFor(kind).length === 0)).toEqual([]);
  });

  it('say that they are a default of the product and no text', () => {
    expect(RULES.hazardRules?.source.standing).toBe('national-default');
  });
});

describe('R19: singleOut', () => {
  it('singles out in a price slump who has half of the income from business, and not who has a fen less', () => {
    const half = anIncome({ business: yuan('10000.00'), wages: yuan('10000.00') });
    const less = anIncome({ business: fen(999_999), wages: yuan('10000.00') });
    expect(codes(aHousehold().incomes(half).get(), 'PRICE_SLUMP')).toEqual(['lives-on-farming']);
    expect(codes(aHousehold().incomes(less).get(), 'PRICE_SLUMP')).toEqual([]);
    expect(screen(aHousehold().incomes(half).get(), 'PRICE_SLUMP').singledOut[0]?.evidence).toMatchObject({
      business: '10000.00',
      takenIn: '20000.00',
      percent: 50,
    });
  });

  it('singles out in an unemployment shock who lives on wages', () => {
    const wages = aHousehold()
      .incomes(anIncome({ business: fen(0), wages: yuan('10000.00') }))
      .get();
    expect(codes(wages, 'UNEMPLOYMENT')).toEqual(['lives-on-wages']);
    expect(codes(wages, 'PRICE_SLUMP')).toEqual([]);
  });

  it('says of a household without an income record that it cannot tell, never that it is fine', () => {
    expect(screen(aHousehold().incomes().get(), 'PRICE_SLUMP')).toEqual({
      singledOut: [],
      notAssessable: ['lives-on-farming'],
    });
  });

  it('singles out in a flood by housing and by water, each with the status that was found', () => {
    const facts = aHousehold()
      .guarantees(aCheck({ on: '2023-05-01', safeHousing: 'AT_RISK', drinkingWater: 'NOT_SECURED' }))
      .get();
    expect(screen(facts, 'FLOOD_DROUGHT').singledOut.map(({ rule, evidence }) => [rule.code, evidence])).toEqual([
      ['housing-not-secure', { guarantees: { safeHousing: 'AT_RISK' }, checkedOn: '2023-05-01' }],
      ['water-not-secure', { guarantees: { drinkingWater: 'NOT_SECURED' }, checkedOn: '2023-05-01' }],
    ]);
    expect(codes(facts, 'FIRE')).toEqual(['housing-not-secure']);
  });

  it('singles out resettled households where resettlement fails, and no other', () => {
    const facts = aHousehold().get();
    expect(codes({ ...facts, resettled: true }, 'RESETTLEMENT_INTEGRATION')).toEqual(['resettled']);
    expect(codes({ ...facts, resettled: false }, 'RESETTLEMENT_INTEGRATION')).toEqual([]);
  });

  it('asks a rule of grave hazards only from its severity on', () => {
    const grave = { ...rulesFor('FIRE')[0]!, fromSeverity: 'WARNING' as const };
    const rules = { hazardRules: { ...RULES.hazardRules!, value: [grave] } };
    const asked = (severity: Severity) => hazardRulesFor(rules, { kind: 'FIRE', severity }).length;
    expect([asked('INFO'), asked('WARNING'), asked('CRITICAL')]).toEqual([0, 1, 1]);
  });
});
