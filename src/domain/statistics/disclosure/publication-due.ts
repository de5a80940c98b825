import type { CalendarDate } from '../../kernel/calendar-date.js';

/** 最近一次发布 · Of which day it is, and by which key; null where that was not kept, as before there were standard tables. @article none — technical */
export interface LatestPublication {
  readonly day: string;
  readonly keyCheck: string | null;
}

/**
 * 是否应发布 · Whether figures are to be published: those of the day once it is late enough, and at any hour where the latest publication is from
 * before the standard tables, which views for business-intelligence tools read, so that they are not empty until the night.
 *
 * @param latest  null before the first
 * @article 5.3
 */
export function isPublicationDue(latest: LatestPublication | null, today: CalendarDate, isLate: boolean): boolean {
  if (latest !== null && latest.keyCheck === null) return true;
  return isLate && latest?.day !== today;
}
