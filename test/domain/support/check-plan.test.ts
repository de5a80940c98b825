import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkPlan } from '../../../src/domain/support/check-plan.js';
import { against, aPlan, cents, planned } from './a-plan.js';

describe('checkPlan', () => {
  it('takes medical assistance and an award for a household with labour and one illness', () => {
    expect(checkPlan(aPlan())).toEqual([]);
  });

  it('names every fault of every measure at once, at its place', () => {
    const measures = [
      planned('lottery', ['illness']),
      planned('expired-grant', ['illness']),
      planned('house-renovation', ['housing'], { budget: cents('30000.01') }),
      planned('medical-assistance', ['illness'], { fundingSource: 'OWN' }),
      planned('industry-award', []),
    ];
    expect(against({ measures })).toEqual([
      'BAD_VALUE measures.0.instrument',
      'RULE_VIOLATION measures.1.instrument',
      'RULE_VIOLATION measures.2.addresses.0',
      'RULE_VIOLATION measures.2.budget',
      'RULE_VIOLATION measures.3.fundingSource',
      'RULE_VIOLATION overrideReason',
    ]);
  });

  it('refuses an empty plan, one of tomorrow, and one older than the identification of 10 January', () => {
    expect(against({ measures: [] })).toContain('BAD_VALUE measures');
    expect(against({ today: date('2023-02-28') })).toEqual(['DATE_IN_FUTURE on']);
    expect(against({ identifiedOn: date('2023-03-01') })).toEqual([]);
    expect(against({ identifiedOn: date('2023-03-02') })).toEqual(['DATE_ORDER on']);
  });
});
