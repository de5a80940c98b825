import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { NO_HOLIDAY_CALENDAR } from '../../../src/domain/kernel/working-days.js';
import { CALENDAR_2023 } from '../procedure/a-procedure.js';

const works = (day: string) => CALENDAR_2023.isWorkingDay(date(day));

describe('holidayCalendar', () => {
  it('works from Monday to Friday: Friday 10 March 2023, not Saturday 11', () => {
    expect([works('2023-03-10'), works('2023-03-11'), works('2023-03-12')]).toEqual([true, false, false]);
  });

  it('is off from 29 September to 6 October 2023, and works on Saturday 7 and Sunday 8 October', () => {
    expect(['2023-09-28', '2023-09-29', '2023-10-06', '2023-10-07', '2023-10-08'].map(works)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  it('covers the years that were given and no other', () => {
    expect([CALENDAR_2023.coversYear(2023), CALENDAR_2023.coversYear(2024)]).toEqual([true, false]);
    expect(NO_HOLIDAY_CALENDAR.coversYear(2023)).toBe(false);
  });
});
