import { describe, expect, it } from 'vitest';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { assessHousehold } from '../../../src/domain/risk/assess-household.js';
import { aCheck, aHousehold, aMember } from './a-household.js';
import { hunanOn, JUNE_2023 } from './rules-in-force.js';

const suggestedFor = (facts: HouseholdFacts) => {
  const rules = hunanOn('2023-06-01');
  const suggestions = assessHousehold(facts, rules, JUNE_2023).suggestedInstruments;
  return suggestions.map((suggestion) => ({
    ...suggestion,
    nature: rules.instruments.find((offer) => offer.code === suggestion.instrument)?.nature,
  }));
};

describe('suggestInstruments', () => {
  it('suggests renovation and relocation, and nothing else, for unsafe housing that is only at risk', () => {
    const found = suggestedFor(
      aHousehold()
        .guarantees(aCheck({ safeHousing: 'AT_RISK' }))
        .get(),
    );
    expect(found.map(({ instrument, addresses }) => [instrument, addresses])).toEqual([
      ['dilapidated-house-renovation', ['HOUSING']],
      ['relocation', ['HOUSING']],
    ]);
    expect(found[0]?.reason).toEqual({ zh: '针对风险:因安全住房', en: 'answers the risk: Unsafe housing' });
  });

  it('suggests every developmental instrument to an able household under the line', () => {
    const found = suggestedFor(aHousehold().earning('5000.00').get());
    expect(new Set(found.map(({ nature }) => nature))).toEqual(new Set(['DEVELOPMENTAL']));
    expect(found).toHaveLength(14);
  });

  it('suggests the safety net and no job to a household under the line in which nobody can work', () => {
    const elderly = aMember({ labour: 'NONE' });
    const found = suggestedFor(aHousehold().earning('5000.00').members(elderly).get()).map(
      ({ instrument }) => instrument,
    );
    expect(found).toContain('subsistence-allowance');
    expect(found).toContain('extreme-poverty-support');
    expect(found).not.toContain('cleaner');
    expect(found).not.toContain('labour-export');
  });

  it('suggests both to a household under the line with weak labour only', () => {
    const found = suggestedFor(
      aHousehold()
        .earning('5000.00')
        .members(aMember({ labour: 'WEAK' }))
        .get(),
    );
    const codes = found.map(({ instrument }) => instrument);
    expect(codes).toContain('subsistence-allowance');
    expect(codes).toContain('forest-ranger');
  });

  it('suggests nothing to a household in which nothing is found', () => {
    expect(suggestedFor(aHousehold().earning('20000.00').get())).toEqual([]);
  });
});
