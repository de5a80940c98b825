import type { CalendarDate } from '../../kernel/calendar-date.js';

/** 最近一次发布 · Of which day it is, by which key, and what was kept with it; null where that was not noted, as before there was such a thing. @article none — technical */
export interface LatestPublication {
  readonly day: string;
  readonly keyCheck: string | null;
  readonly parts: readonly string[] | null;
}

/**
 * 是否应发布 · Whether figures are to be published: those of the day once it is late enough, and at any hour where the latest publication is from
 * before something that is kept with each by now (standard tables, scorecards), so that nobody who reads that waits until the night.
 *
 * @param latest  null before the first
 * @param parts  what is kept with each by now
 * @article 5.3
 */
export function isPublicationDue(
  latest: LatestPublication | null,
  today: CalendarDate,
  isLate: boolean,
  parts: readonly string[],
): boolean {
  const lacks = (part: string): boolean => latest?.parts?.includes(part) !== true;
  if (latest !== null && (latest.keyCheck === null || parts.some(lacks))) return true;
  return isLate && latest?.day !== today;
}
