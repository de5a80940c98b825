import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { dueDate, runDueDate } from '../../../src/domain/procedure/due-date.js';
import { CALENDAR_2023 } from './a-procedure.js';

describe('dueDate', () => {
  it('is 6 March for five calendar days from 1 March 2023 and 8 March for five working days', () => {
    expect(dueDate(date('2023-03-01'), 5, false, CALENDAR_2023).dueOn).toBe('2023-03-06');
    expect(dueDate(date('2023-03-01'), 5, true, CALENDAR_2023).dueOn).toBe('2023-03-08');
  });

  it('is none without a deadline, and gives no reason', () => {
    expect(dueDate(date('2023-03-01'), null, true, CALENDAR_2023)).toEqual({ dueOn: null, reason: null });
  });

  it('is left open with a reason when working days run into 2024, whose holidays are not covered', () => {
    const { dueOn, reason } = dueDate(date('2023-12-28'), 2, true, CALENDAR_2023);
    expect(dueOn).toBeNull();
    expect(reason).toMatchObject({ code: 'holidays-not-announced', evidence: { uncoveredYear: 2024 } });
  });

  it('runs into 2024 in calendar days all the same', () => {
    expect(dueDate(date('2023-12-28'), 5, false, CALENDAR_2023).dueOn).toBe('2024-01-02');
  });
});

describe('runDueDate', () => {
  it('is 20 working days after the start where the procedure says so', () => {
    const limit = { limitDays: 20, limitInWorkingDays: true };
    expect(runDueDate(date('2023-03-01'), limit, CALENDAR_2023).dueOn).toBe('2023-03-29');
  });
});
