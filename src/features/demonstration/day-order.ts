import type { CalendarDate } from '../../domain/kernel/calendar-date.js';

/** 较早之日 · The earlier of two days. @article none — technical */
export function earlierDay(one: CalendarDate, other: CalendarDate): CalendarDate {
  if (one < other) return one;
  return other;
}

/** 较晚之日 · The later of two days. @article none — technical */
export function laterDay(one: CalendarDate, other: CalendarDate): CalendarDate {
  if (one > other) return one;
  return other;
}
