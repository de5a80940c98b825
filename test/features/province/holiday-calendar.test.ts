import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { chineseHolidayCalendar } from '../../../src/features/province/index.js';

describe('chineseHolidayCalendar', () => {
  const holidays = chineseHolidayCalendar();
  const works = (day: string) => holidays.isWorkingDay(date(day));

  it('covers 2004 and not 2003', () => {
    expect([holidays.coversYear(2003), holidays.coversYear(2004)]).toEqual([false, true]);
  });

  it('covers 2021 to 2025, and no year that nobody has announced', () => {
    for (const year of [2021, 2022, 2023, 2024, 2025]) expect(holidays.coversYear(year)).toBe(true);
    expect(holidays.coversYear(2040)).toBe(false);
    expect(holidays.coversYear(2040)).toBe(false);
  });

  it('keeps 1 to 6 October 2023 free, and has people work on Saturday 7 October instead', () => {
    expect(['2023-10-01', '2023-10-06', '2023-10-07', '2023-10-08', '2023-10-09'].map(works)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('keeps an ordinary weekend free: 14 and 15 October 2023', () => {
    expect(['2023-10-13', '2023-10-14', '2023-10-15', '2023-10-16'].map(works)).toEqual([true, false, false, true]);
  });

  it('knows no working day of 2003', () => {
    expect(works('2003-10-08')).toBe(false);
  });
});
