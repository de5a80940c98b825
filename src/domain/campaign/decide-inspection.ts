import type { CalendarDate } from '../kernel/calendar-date.js';

/** 年度排查情况 · What became of a county's campaign of the year. @article 3.1 */
export const INSPECTION_STATUSES = ['MET', 'UNDER_WAY', 'SHORT', 'NONE'] as const;
/** 年度排查情况 · Met, under way, short of the coverage, or none at all. @article 3.1 */
export type InspectionStatus = (typeof INSPECTION_STATUSES)[number];

/** 县的一次排查 · A campaign that holds a county whole, and how much of it was met. @article 3.1 */
export interface CountyInspection {
  /** Inclusive. */
  readonly endsOn: CalendarDate;
  readonly households: number;
  readonly visited: number;
}

/** 年度排查结论 · The status, and the campaign that it rests on. @article 3.1 */
export interface InspectionDecided<T extends CountyInspection> {
  readonly status: InspectionStatus;
  /** The one that met most; null where there is none. */
  readonly campaign: T | null;
}

/**
 * R07 年度排查 · Whether a county has had its inspection campaign of a year: one that met the province's share of the households,
 * whether it runs on or not. One that ended short of it does not count, and a county without any is named.
 *
 * Exact: visited × 100 is held against the share × households.
 *
 * @param campaigns  of the year, that hold the whole county
 * @param requiredPercent  the province's coverage, per cent; null where no rule sets one: then a campaign that ended counts
 * @article 3.1
 */
export function decideInspection<T extends CountyInspection>(
  campaigns: readonly T[],
  requiredPercent: number | null,
  today: CalendarDate,
): InspectionDecided<T> {
  const [best = null] = [...campaigns].sort((a, b) => b.visited - a.visited);
  if (best === null) return { status: 'NONE', campaign: null };
  const ended = (one: T): boolean => one.endsOn < today;
  const meets = ({ visited, households }: T): boolean => visited * 100 >= (requiredPercent ?? 0) * households;
  const met = campaigns.find((one) => meets(one) && (ended(one) || (requiredPercent !== null && one.households > 0)));
  if (met !== undefined) return { status: 'MET', campaign: met };
  const running = campaigns.find((one) => !ended(one));
  return running === undefined ? { status: 'SHORT', campaign: best } : { status: 'UNDER_WAY', campaign: running };
}
