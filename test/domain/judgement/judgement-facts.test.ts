import { describe, expect, it } from 'vitest';
import { rangeFacts } from '../../../src/domain/judgement/judgement-facts.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aHousehold, aMember, anIncome } from '../risk/a-household.js';
import { hunanOn, JUNE_2023 as ON } from '../risk/rules-in-force.js';

const RULES = hunanOn(ON);

describe('the facts that a function is given', () => {
  it('hold no id, neither of the household nor of a member', () => {
    const facts = aHousehold()
      .members(aMember({ id: 'a-member' }))
      .with({ id: 'a-household' })
      .get();
    const text = JSON.stringify(rangeFacts(facts, RULES, ON));
    expect(text).not.toContain('a-household');
    expect(text).not.toContain('a-member');
  });

  it('hold the age on the day: 69 on the day before the birthday, 70 on it, null where no birth date is known', () => {
    const ages = (birthDate: string | null) =>
      rangeFacts(
        aHousehold()
          .members(aMember({ birthDate: birthDate === null ? null : date(birthDate) }))
          .get(),
        RULES,
        ON,
      ).members.map(({ age }) => age);
    expect([ages('1953-06-02'), ages('1953-06-01'), ages(null)]).toEqual([[69], [70], [null]]);
  });

  it('hold nothing that ends after the day', () => {
    const incomes = ['2023-06-02', '2023-06-01', '2022-12-31'].map((to) => anIncome({ to: date(to) }));
    const { incomes: seen } = rangeFacts(
      aHousehold()
        .incomes(...incomes)
        .get(),
      RULES,
      ON,
    );
    expect(seen.map(({ to }) => to)).toEqual(['2023-06-01', '2022-12-31']);
  });
});
