import type { CalendarDate } from '../kernel/calendar-date.js';
import { type DatedEntry, isOutdated } from '../kernel/dated.js';
import type { PolicySource } from '../kernel/source.js';

/** 分期规定 · A dated entry that holds for the whole province, or for one county of it. @article 2.2 */
export interface RuleEntry<T> extends DatedEntry<T> {
  /** 6-digit county code; null for the whole province. */
  readonly county: string | null;
}

/** 当日参数 · A value as it stands on a day, with where it comes from. @article 2.2 */
export interface ParameterInForce<T> {
  readonly value: T;
  readonly from: CalendarDate;
  /** The day lies past what the source vouches for; the value stays in force (R01). */
  readonly outdated: boolean;
  readonly source: PolicySource;
}

/**
 * 当日有效 · The entry in force in a county on a day, or null before the first.
 *
 * The newest entry that applies wins, the county's own on the same day: a later provincial entry replaces an older
 * county one, as an entry stays in force until a newer one (R01).
 *
 * @param county  6-digit code, or null for what holds in the whole province
 * @article 2.2
 */
export function ruleInForce<T>(
  entries: readonly RuleEntry<T>[],
  on: CalendarDate,
  county: string | null,
): RuleEntry<T> | null {
  let found: RuleEntry<T> | null = null;
  for (const entry of entries) {
    if (entry.from > on || (entry.county !== null && entry.county !== county)) continue;
    if (found === null || entry.from > found.from || (entry.from === found.from && entry.county !== null))
      found = entry;
  }
  return found;
}

/**
 * 首次规定 · The first day on which any entry holds in a county, however often the value changed since; null where there is none.
 *
 * @param county  6-digit code, or null for what holds in the whole province
 * @article 2.2
 */
export function ruledSince<T>(entries: readonly RuleEntry<T>[], county: string | null): CalendarDate | null {
  const own = entries.filter((entry) => entry.county === null || entry.county === county);
  return own.map(({ from }) => from).sort()[0] ?? null;
}

/** 当日参数 · An entry as a parameter of a day; null stays null. @article 2.2 */
export function asParameter<T>(entry: DatedEntry<T> | null, on: CalendarDate): ParameterInForce<T> | null {
  if (entry === null) return null;
  return { value: entry.value, from: entry.from, outdated: isOutdated(entry, on), source: entry.source };
}
