import type { CalendarDate } from './calendar-date.js';
import type { PolicySource } from './source.js';

/**
 * 分期规定 · A value from a day on, with its source; in force until a newer entry (R01).
 *
 * @article 2.2
 */
export interface DatedEntry<T> {
  readonly from: CalendarDate;
  /** Last day that the source vouches for; past it the entry stays in force, marked outdated. Null: open. */
  readonly vouchedTo: CalendarDate | null;
  readonly value: T;
  readonly source: PolicySource;
}

/** 分期规定 · Entries, oldest first, no two from the same day. */
export type Dated<T> = readonly DatedEntry<T>[];

/**
 * 当日有效 · The entry in force on a day, or null before the first.
 *
 * @article 2.2
 */
export function inForce<T>(entries: Dated<T>, on: CalendarDate): DatedEntry<T> | null {
  let found: DatedEntry<T> | null = null;
  for (const entry of entries) if (entry.from <= on) found = entry;
  return found;
}

/** 已过期 · Whether a day lies past what the entry's source vouches for. @article 2.2 */
export function isOutdated(entry: DatedEntry<unknown>, on: CalendarDate): boolean {
  return entry.vouchedTo !== null && on > entry.vouchedTo;
}
