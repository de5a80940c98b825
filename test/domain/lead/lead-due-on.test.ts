import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { isLeadOverdue, leadDueOn } from '../../../src/domain/lead/lead-due-on.js';
import { CALENDAR_2023 } from '../procedure/a-procedure.js';

describe('leadDueOn', () => {
  it('is 16 March for 15 calendar days from 1 March 2023, 8 March for five working days', () => {
    const due = (amount: number, unit: 'CALENDAR_DAYS' | 'WORKING_DAYS') =>
      leadDueOn(date('2023-03-01'), { amount, unit }, CALENDAR_2023);
    expect(due(15, 'CALENDAR_DAYS')).toEqual({ dueOn: '2023-03-16', reason: null });
    expect(due(5, 'WORKING_DAYS')).toEqual({ dueOn: '2023-03-08', reason: null });
  });

  it('counts working days as calendar days where 2024 is not covered: early, never late, and says so', () => {
    const due = leadDueOn(date('2023-12-28'), { amount: 5, unit: 'WORKING_DAYS' }, CALENDAR_2023);
    expect(due).toMatchObject({ dueOn: '2024-01-02', reason: { code: 'holidays-not-announced' } });
  });
});

describe('isLeadOverdue', () => {
  it('is not on its last day, 8 March, is on 9 March, and never once it was verified', () => {
    const lead = { status: 'OPEN', dueOn: date('2023-03-08') } as const;
    expect(isLeadOverdue(lead, date('2023-03-08'))).toBe(false);
    expect(isLeadOverdue(lead, date('2023-03-09'))).toBe(true);
    expect(isLeadOverdue({ ...lead, status: 'DISMISSED' }, date('2023-03-09'))).toBe(false);
  });
});
