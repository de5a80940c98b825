import { describe, expect, it } from 'vitest';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkUrgentHelp, type UrgentHelp } from '../../../src/domain/support/check-urgent-help.js';
import { aCase, said } from '../case/a-case.js';
import { cents, INSTRUMENTS } from './a-plan.js';

const help = (given: Partial<UrgentHelp>, facts = aCase({ status: 'UNDER_IDENTIFICATION' }), hasLabour = true) =>
  said(
    checkUrgentHelp({
      facts,
      help: {
        on: date('2022-12-20'),
        instrument: 'temporary-assistance',
        amount: cents('2000.00'),
        note: 'house burnt down',
        ...given,
      },
      instruments: INSTRUMENTS,
      hasLabour,
      today: date('2023-03-01'),
    }),
  );

describe('checkUrgentHelp', () => {
  it('is given on the day the case opens, 20 December 2022, and not the day before or in the future', () => {
    expect(help({})).toEqual([]);
    expect(help({ on: date('2022-12-19') })).toEqual(['DATE_ORDER on']);
    expect(help({ on: date('2023-03-02') })).toEqual(['DATE_IN_FUTURE on']);
  });

  it('is given under every open case and under no other', () => {
    expect(CASE_STATUSES.filter((status) => help({}, aCase({ status })).length === 0)).toEqual([
      'UNDER_IDENTIFICATION',
      'MONITORED',
      'UNDER_ELIMINATION',
    ]);
  });

  it('says why it cannot wait, and what is given', () => {
    expect(help({ note: '', amount: null })).toEqual(['BAD_VALUE amount', 'BAD_VALUE note']);
  });

  it('names an unknown instrument, one that expired, one that needs labour, and an amount over the cap', () => {
    expect(help({ instrument: 'lottery' })).toEqual(['BAD_VALUE instrument']);
    expect(help({ instrument: 'expired-grant', on: date('2023-02-28') })).toEqual([]);
    expect(help({ instrument: 'expired-grant', on: date('2023-03-01') })).toEqual(['RULE_VIOLATION instrument']);
    expect(help({ instrument: 'welfare-job' }, aCase(), false)).toEqual(['RULE_VIOLATION instrument']);
    expect(help({ instrument: 'house-renovation', amount: cents('30000.00') })).toEqual([]);
    expect(help({ instrument: 'house-renovation', amount: cents('30000.01') })).toEqual(['RULE_VIOLATION amount']);
  });
});
