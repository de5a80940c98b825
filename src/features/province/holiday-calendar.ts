import chineseDays from 'chinese-days';
import { type CalendarDate, yearOf } from '../../domain/kernel/calendar-date.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';

/** First and last year whose State Council arrangement the library holds. */
const FIRST_YEAR = 2004;

/**
 * 中国节假日历 · Statutory holidays and make-up days, from the library's tables; a year that it does not hold is not
 * covered, and nothing is guessed.
 *
 * @article none — technical
 */
export function chineseHolidayCalendar(): HolidayCalendar {
  const known = new Map<number, boolean>();
  return {
    coversYear(year) {
      let covered = known.get(year);
      if (covered === undefined) {
        covered = year >= FIRST_YEAR && holdsYear(year);
        known.set(year, covered);
      }
      return covered;
    },
    isWorkingDay: (day: CalendarDate) => (yearOf(day) < FIRST_YEAR ? false : chineseDays.isWorkday(day)),
  };
}

/** The National Day holiday is announced for every year that is announced at all. */
function holdsYear(year: number): boolean {
  return chineseDays.getDayDetail(`${year}-10-01`).name.includes('National');
}
