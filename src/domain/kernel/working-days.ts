import type { CalendarDate } from './calendar-date.js';

/**
 * 节假日历 · The State Council's holiday arrangement as a value: which days are worked.
 *
 * The arrangement comes out year by year, so a calendar says which years it covers; beyond them nobody knows which
 * Saturday will be worked, and nothing is guessed.
 *
 * @article none — technical
 */
export interface HolidayCalendar {
  coversYear(year: number): boolean;
  /** Meaningful in covered years only. */
  isWorkingDay(day: CalendarDate): boolean;
}

/** 一年的节假日安排 · Days off and working weekends of one year, as announced. @article none — technical */
export interface HolidayYear {
  readonly year: number;
  readonly daysOff: readonly CalendarDate[];
  /** 调休上班: Saturdays and Sundays that are worked. */
  readonly workingWeekends: readonly CalendarDate[];
}

/** 星期几 · 0 Sunday to 6 Saturday. */
const weekdayOf = (day: CalendarDate): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/**
 * 编制日历 · Makes a calendar of the years given: Monday to Friday less days off, plus working weekends.
 *
 * @article none — technical
 */
export function holidayCalendar(years: readonly HolidayYear[]): HolidayCalendar {
  const covered = new Set(years.map((entry) => entry.year));
  const off = new Set(years.flatMap((entry) => entry.daysOff));
  const worked = new Set(years.flatMap((entry) => entry.workingWeekends));
  return {
    coversYear: (year) => covered.has(year),
    isWorkingDay: (day) => {
      if (off.has(day)) return false;
      const weekday = weekdayOf(day);
      return (weekday !== 0 && weekday !== 6) || worked.has(day);
    },
  };
}

/** 空日历 · Covers no year: every deadline in working days is left open. @article none — technical */
export const NO_HOLIDAY_CALENDAR: HolidayCalendar = holidayCalendar([]);
