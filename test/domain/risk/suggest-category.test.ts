import { describe, expect, it } from 'vitest';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { situationOn } from '../../../src/domain/risk/situation.js';
import { suggestCategory } from '../../../src/domain/risk/suggest-category.js';
import { aCheck, aHousehold, anIncome } from './a-household.js';
import { hunanOn, JUNE_2023 } from './rules-in-force.js';

const categoryOf = (facts: HouseholdFacts) => suggestCategory(situationOn(facts, hunanOn('2023-06-01'), JUNE_2023));
const of2021 = (amount: string) => anIncome({ from: date('2021-01-01'), to: date('2021-12-31'), wages: yuan(amount) });
const of2022 = (amount: string) => anIncome({ wages: yuan(amount) });

describe('suggestCategory', () => {
  it('suggests unstable for a formerly poor household at 7,499.99 yuan, and nothing at 7,500.00', () => {
    const formerlyPoor = aHousehold().formerly('FORMERLY_POOR');
    expect(categoryOf(formerlyPoor.earning('7499.99').get())).toBe('UNSTABLE_OUT_OF_POVERTY');
    expect(categoryOf(formerlyPoor.earning('7500.00').get())).toBeNull();
  });

  it('suggests marginal for a general household at 7,499.99 yuan', () => {
    expect(categoryOf(aHousehold().earning('7499.99').get())).toBe('MARGINAL_AT_RISK');
  });

  it('suggests sudden at 7,500.00 yuan with 0.01 of rigid spending, and the former status under the line', () => {
    const spending = (wages: string) =>
      aHousehold().incomes(anIncome({ wages: yuan(wages), rigid: { accident: yuan('0.01') } }));
    expect(categoryOf(spending('7500.00').get())).toBe('SUDDEN_SEVERE_DIFFICULTY');
    expect(categoryOf(spending('7500.01').get())).toBeNull();
    expect(categoryOf(spending('7499.99').get())).toBe('MARGINAL_AT_RISK');
  });

  it('suggests sudden for a fall of exactly 20 %, not of 19.99 %', () => {
    const falling = (to: string) => aHousehold().incomes(of2022(to), of2021('20000.00')).get();
    expect(categoryOf(falling('16000.00'))).toBe('SUDDEN_SEVERE_DIFFICULTY');
    expect(categoryOf(falling('16002.00'))).toBeNull();
  });

  it('refuses no category by income: 100,000.00 yuan with unsafe housing is unstable or marginal', () => {
    const unsafe = aHousehold()
      .earning('100000.00')
      .guarantees(aCheck({ safeHousing: 'NOT_SECURED' }));
    expect(categoryOf(unsafe.formerly('FORMERLY_POOR').get())).toBe('UNSTABLE_OUT_OF_POVERTY');
    expect(categoryOf(unsafe.get())).toBe('MARGINAL_AT_RISK');
  });

  it('does not suggest a category for a guarantee that is only at risk', () => {
    expect(
      categoryOf(
        aHousehold()
          .guarantees(aCheck({ safeHousing: 'AT_RISK' }))
          .get(),
      ),
    ).toBeNull();
  });
});
