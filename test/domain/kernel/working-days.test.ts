import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { addWorkingDays, NO_HOLIDAY_CALENDAR } from '../../../src/domain/kernel/working-days.js';
import { CALENDAR_2023 } from '../procedure/a-procedure.js';

const plus = (start: string, days: number) => addWorkingDays(date(start), days, CALENDAR_2023);

describe('addWorkingDays', () => {
  it('counts from the day after: one working day from Monday 6 March 2023 is Tuesday, five is next Monday', () => {
    expect(plus('2023-03-06', 1).day).toBe('2023-03-07');
    expect(plus('2023-03-06', 5).day).toBe('2023-03-13');
  });

  it('skips the National Day holiday of 2023 and counts Saturday 7 October, which is worked', () => {
    expect(plus('2023-09-28', 1).day).toBe('2023-10-07');
    expect(plus('2023-09-28', 2).day).toBe('2023-10-08');
    expect(plus('2023-09-28', 3).day).toBe('2023-10-09');
  });

  it('answers the day itself for no days, a Sunday too', () => {
    expect(plus('2023-03-05', 0).day).toBe('2023-03-05');
  });

  it('reaches Friday 29 December 2023 and tells nothing one day further, since 2024 is not covered', () => {
    expect(plus('2023-12-28', 1)).toEqual({ day: '2023-12-29', uncoveredYear: null });
    expect(plus('2023-12-28', 2)).toEqual({ day: null, uncoveredYear: 2024 });
  });

  it('guesses nothing with a calendar that covers no year', () => {
    expect(addWorkingDays(date('2023-03-06'), 1, NO_HOLIDAY_CALENDAR)).toEqual({ day: null, uncoveredYear: 2023 });
  });
});
