import { type CalendarDate, date } from '../domain/kernel/calendar-date.js';

/** 时钟 · The only source of time; passed in everywhere. @article none — technical */
export interface Clock {
  /** The instant; real time always. */
  now(): Date;
  /** The product's day in China Standard Time (UTC+8, no daylight saving). */
  today(): CalendarDate;
}

/** 东八区 · China Standard Time is ahead of UTC by so many milliseconds, all the year. @article none — technical */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 北京时间的钟点 · The hour, 0 to 23, of an instant in China Standard Time. @article none — technical */
export function chinaHour(instant: Date): number {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).getUTCHours();
}

/** 秒表 · Milliseconds since it was made, to a tenth, whenever it is asked: for measuring, never for deciding. @article none — technical */
export function stopwatch(): () => number {
  const from = performance.now();
  return () => Math.round((performance.now() - from) * 10) / 10;
}

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
