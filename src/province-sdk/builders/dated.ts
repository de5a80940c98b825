import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { PolicySource } from '../../domain/kernel/source.js';
import type { RuleEntry } from '../../domain/province/rule-entry.js';

/** 分期规定草稿 · A value from a day on, as a module writes it. @article 2.2 */
export interface DatedDraft<T> {
  /** First day, `2023-01-01`; any day of the year. */
  readonly from: string;
  /** Last day that the source vouches for; left out where it is open. The value stays in force past it, marked. */
  readonly vouchedTo?: string;
  /** 6-digit code of the one county that it holds in; left out for the whole province. */
  readonly county?: string;
  readonly value: T;
  readonly source: PolicySource;
}

/**
 * 分期规定 · Dated entries of a parameter, oldest first however they are written; each is in force until a newer one.
 *
 * Configured in every list of `defineProvince`. A day that is none is kept as written, for the check to name.
 *
 * @article 2.2
 * @example dated([{ from: '2023-01-01', value: 20, source: WORK_RULES }])
 */
export function dated<T>(entries: readonly DatedDraft<T>[]): RuleEntry<T>[] {
  return entries
    .map((entry) => ({
      from: entry.from as CalendarDate,
      vouchedTo: (entry.vouchedTo ?? null) as CalendarDate | null,
      county: entry.county ?? null,
      value: entry.value,
      source: entry.source,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}
