import { describe, expect, it } from 'vitest';
import { checkWithdrawal } from '../../../src/domain/case/check-withdrawal.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCase, said } from './a-case.js';

const TODAY = date('2023-03-02');

describe('checkWithdrawal', () => {
  it('withdraws open cases only', () => {
    const allowed = CASE_STATUSES.filter(
      (status) => checkWithdrawal(aCase({ status }), { on: TODAY, note: 'moved to the city' }, TODAY).length === 0,
    );
    expect(allowed).toEqual(['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION']);
  });

  it('takes the day it was opened, 20 December 2022, and refuses the day before, tomorrow and no word', () => {
    const withdrawn = (on: string, note = 'moved') => said(checkWithdrawal(aCase(), { on: date(on), note }, TODAY));
    expect(withdrawn('2022-12-20')).toEqual([]);
    expect(withdrawn('2022-12-19')).toEqual(['DATE_ORDER on']);
    expect(withdrawn('2023-03-03')).toEqual(['DATE_IN_FUTURE on']);
    expect(withdrawn('2023-03-02', ' ')).toEqual(['BAD_VALUE note']);
  });
});
