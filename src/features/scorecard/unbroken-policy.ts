import { type CalendarDate, yearOf } from '../../domain/kernel/calendar-date.js';
import {
  levelOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  subtreePrefix,
} from '../../domain/kernel/region-code.js';
import type { ProvinceService } from '../province/index.js';
import type { campaignPrefixes } from './scorecard.repository.js';

/**
 * R26 政策不摘 · How many instruments of a province ended in a period without another of their family; the same for every region of it.
 *
 * @article 5.1
 */
export function instrumentsEnded(
  provinces: Pick<ProvinceService, 'rulesOn' | 'served'>,
  code: RegionCode,
  from: CalendarDate,
  to: CalendarDate,
): number {
  if (levelOf(code) === 'NATION' || provinces.served(code) === null) return 0;
  const before = provinces.rulesOn(code, from).instruments;
  const after = new Set(provinces.rulesOn(code, to).instruments.map(({ family }) => family));
  return before.filter((one) => one.to !== null && one.to >= from && one.to < to && !after.has(one.family)).length;
}

/**
 * 所涉年度 · The first and the last year of a period that have begun by the last day that is judged: nobody answers for one that is to come.
 *
 * @article 3.1
 */
export function yearsBegun(from: CalendarDate, lastDay: CalendarDate): readonly [number, number] {
  return [yearOf(from), Math.max(yearOf(from), yearOf(lastDay))];
}

/**
 * R07 年度排查 · Whether each year has a campaign that takes a region in; null of what is wider than a county.
 *
 * @param years  the first and the last
 * @article 3.1
 */
export function inspectedYearly(
  code: RegionCode,
  level: RegionLevel,
  [first, last]: readonly [number, number],
  campaigns: Awaited<ReturnType<typeof campaignPrefixes>>,
): boolean | null {
  if (REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf('COUNTY')) return null;
  const own = campaigns.filter(({ prefix }) => subtreePrefix(code).startsWith(prefix)).map(({ year }) => year);
  for (let year = first; year <= last; year += 1) if (!own.includes(year)) return false;
  return true;
}
