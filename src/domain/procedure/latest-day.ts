import type { CalendarDate } from '../kernel/calendar-date.js';

/** 最晚之日 · The latest of several days, and never before the one given. @article none — technical */
export function latestDay(notBefore: CalendarDate, days: readonly CalendarDate[]): CalendarDate {
  return [...days, notBefore].sort().at(-1) ?? notBefore;
}
