import { addDays, type CalendarDate, yearOf } from './calendar-date.js';

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

/** 期限 · The last day of a deadline, or why it cannot be told. @article none — technical */
export type WorkingDayCount =
  | { readonly day: CalendarDate; readonly uncoveredYear: null }
  | { readonly day: null; readonly uncoveredYear: number };

/**
 * 加工作日 · The day that is `days` working days after `start`; the first day is not counted.
 *
 * @param days  not negative; 0 answers `start` itself
 * @returns the day, or the first year on the way that the calendar does not cover
 * @article none — technical
 * @example addWorkingDays(date('2023-09-28'), 1, calendar2023) // { day: '2023-10-07', uncoveredYear: null }
 */
export function addWorkingDays(start: CalendarDate, days: number, holidays: HolidayCalendar): WorkingDayCount {
  let day = start;
  let left = days;
  while (left > 0) {
    day = addDays(day, 1);
    const year = yearOf(day);
    if (!holidays.coversYear(year)) return { day: null, uncoveredYear: year };
    if (holidays.isWorkingDay(day)) left -= 1;
  }
  return { day, uncoveredYear: null };
}
