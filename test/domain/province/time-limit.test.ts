import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { holidayCalendar, NO_HOLIDAY_CALENDAR } from '../../../src/domain/kernel/working-days.js';
import { limitDueDate } from '../../../src/domain/province/time-limit.js';

const year2023 = holidayCalendar([{ year: 2023, daysOff: [], workingWeekends: [] }]);

describe('limitDueDate', () => {
  it('ends a month from 31 January 2023 on 28 February', () => {
    expect(limitDueDate(date('2023-01-31'), { amount: 1, unit: 'MONTHS' }, year2023).dueOn).toBe('2023-02-28');
  });

  it('ends 15 days from 1 June 2023 on 16 June, and 15 working days on 22 June', () => {
    expect(limitDueDate(date('2023-06-01'), { amount: 15, unit: 'CALENDAR_DAYS' }, year2023).dueOn).toBe('2023-06-16');
    expect(limitDueDate(date('2023-06-01'), { amount: 15, unit: 'WORKING_DAYS' }, year2023).dueOn).toBe('2023-06-22');
  });

  it('guesses no working days of a year that the calendar does not cover', () => {
    const due = limitDueDate(date('2023-06-01'), { amount: 5, unit: 'WORKING_DAYS' }, NO_HOLIDAY_CALENDAR);
    expect([due.dueOn, due.reason?.code]).toEqual([null, 'holidays-not-announced']);
  });
});
