import { describe, expect, it } from 'vitest';
import { checkAuthorizationWithdrawal } from '../../../src/domain/case/check-authorization-withdrawal.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const GIVEN = { runId: 'run', step: 'commitment', attempt: 1, on: date('2023-03-02') };
const TODAY = date('2023-03-10');
const codes = (
  on: string,
  status: 'MONITORED' | 'WITHDRAWN' = 'MONITORED',
  standing: typeof GIVEN | null = GIVEN,
  note = '户主来电',
) => checkAuthorizationWithdrawal({ status }, standing, { on: date(on), note }, TODAY).map(({ code }) => code);

describe('checkAuthorizationWithdrawal', () => {
  it('takes the day of the authorization and today, and neither the day before nor tomorrow', () => {
    expect([codes('2023-03-01'), codes('2023-03-02'), codes('2023-03-10'), codes('2023-03-11')]).toEqual([
      ['DATE_ORDER'],
      [],
      [],
      ['DATE_IN_FUTURE'],
    ]);
  });

  it('refuses where there is none to withdraw, and where it has lapsed with the case', () => {
    expect(codes('2023-03-05', 'MONITORED', null)).toEqual(['INVALID_STATE']);
    expect(codes('2023-03-05', 'WITHDRAWN')).toEqual(['INVALID_STATE']);
  });

  it('wants to be told how', () => {
    expect(codes('2023-03-05', 'MONITORED', GIVEN, '  ')).toEqual(['BAD_VALUE']);
  });
});
