import { type CalendarDate, date } from '../domain/kernel/calendar-date.js';

/** 时钟 · The only source of time; passed in everywhere. @article none — technical */
export interface Clock {
  /** The instant; real time always. */
  now(): Date;
  /** The product's day in China Standard Time (UTC+8, no daylight saving). */
  today(): CalendarDate;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * 系统时钟 · The machine's clock; `pinnedToday` sets the product's day for demonstrations and stories.
 *
 * @article none — technical
 */
export function systemClock(pinnedToday: CalendarDate | null = null): Clock {
  return {
    now: () => new Date(),
    today: () => pinnedToday ?? date(new Date(Date.now() + CHINA_OFFSET_MS).toISOString().slice(0, 10)),
  };
}
