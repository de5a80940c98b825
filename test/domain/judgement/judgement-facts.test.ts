import { describe, expect, it } from 'vitest';
import { gateFacts, rangeFacts } from '../../../src/domain/judgement/judgement-facts.js';
import { type CalendarDate, date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
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

describe('the facts that a gate of the province is given', () => {
  const measure = {
    id: 'm',
    instrument: 'medical-assistance',
    family: 'HEALTH' as never,
    nature: 'RELIEF' as never,
    addresses: ['ILLNESS'],
    status: 'COMPLETED' as const,
    timing: 'AFTER_THE_FACT' as const,
    fundingSource: 'SECTOR_POLICY' as never,
    budget: null,
    delivered: fen(300),
    startsOn: null,
    endsOn: null,
    firstDeliveredOn: date('2023-05-31'),
    urgent: false,
    plannedOn: date('2023-05-01'),
    deliveries: [
      { on: date('2023-05-31'), amount: fen(100) },
      { on: date('2023-06-01'), amount: fen(50) },
      { on: date('2023-06-02'), amount: fen(150) },
    ],
  };
  const risk = { id: 'r', riskType: 'ILLNESS', primary: true, identifiedOn: date('2023-03-01'), resolvedOn: null };
  const seen = (of: {
    measures?: (typeof measure)[];
    risks?: (Omit<typeof risk, 'resolvedOn'> & { resolvedOn: CalendarDate | null })[];
  }) =>
    gateFacts(
      aHousehold().get(),
      {
        mode: 'SUPPORTED',
        facts: { identifiedOn: date('2023-03-20'), supportContinued: false, risks: [], measures: [], ...of },
      },
      RULES,
      ON,
    );

  it('hold what was delivered by the day, 1 June, and nothing of the day after', () => {
    expect(seen({ measures: [measure] }).measures).toMatchObject([{ delivered: 150, firstDeliveredOn: '2023-05-31' }]);
    const later = { ...measure, firstDeliveredOn: date('2023-06-02'), deliveries: measure.deliveries.slice(2) };
    expect(seen({ measures: [later] }).measures).toMatchObject([
      { delivered: 0, firstDeliveredOn: null, status: 'APPROVED' },
    ]);
    expect(seen({ measures: [{ ...measure, plannedOn: date('2023-06-02') }] }).measures).toEqual([]);
    expect(Object.keys(seen({ measures: [measure] }).measures[0]!)).not.toContain('deliveries');
  });

  it('hold a risk from the day it was found, and its resolution from the day of that', () => {
    const on = (identifiedOn: string, resolvedOn: string | null) =>
      seen({
        risks: [
          { ...risk, identifiedOn: date(identifiedOn), resolvedOn: resolvedOn === null ? null : date(resolvedOn) },
        ],
      }).risks.map((one) => one.resolvedOn);
    expect(on('2023-06-01', null)).toEqual([null]);
    expect(on('2023-06-02', null)).toEqual([]);
    expect(on('2023-03-01', '2023-06-01')).toEqual(['2023-06-01']);
    expect(on('2023-03-01', '2023-06-02')).toEqual([null]);
  });
});
