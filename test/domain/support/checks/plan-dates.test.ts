import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { planDates } from '../../../../src/domain/support/checks/plan-dates.js';
import { said } from '../../case/a-case.js';
import { aPlan, planned } from '../a-plan.js';

describe('planDates', () => {
  it('takes a measure of one day, in the future too, and refuses one that ends the day before it starts', () => {
    const measure = (startsOn: string, endsOn: string) =>
      said(planDates(aPlan({ measures: [planned('x', [], { startsOn: date(startsOn), endsOn: date(endsOn) })] })));
    expect(measure('2024-05-02', '2024-05-02')).toEqual([]);
    expect(measure('2024-05-02', '2024-05-01')).toEqual(['DATE_ORDER measures.0.endsOn']);
  });
});
