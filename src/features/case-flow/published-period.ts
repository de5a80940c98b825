import { addDays } from '../../domain/kernel/calendar-date.js';
import type { TimeBucket } from '../../domain/statistics/definition.js';
import { refusedToAnalyst, tooSmallToTell } from '../publication/index.js';
import type { CaseStatFilter } from '../stat-source/index.js';
import type { FlowPeriod } from './case-flows.repository.js';

/** 按时段的提问 · What is told by periods, and the argument that its first day is given by. */
export interface ToldByPeriod {
  readonly what: 'moves' | 'cohorts';
  readonly firstDay: 'from' | 'identifiedFrom';
}

/** 整月 · A period of whole months. */
export type WholeMonths = FlowPeriod & { readonly bucket: Exclude<TimeBucket, 'DAY'> };

/**
 * 整月整地区 · Refuses whatever is told by periods of a publication in another way than of a whole region, by whole months.
 *
 * @returns the period as it was given
 * @throws ApiError BAD_USER_INPUT for another filter than a region, for a village and for parts of months
 * @article 5.3
 */
export function refuseButWholeMonths(
  { what, firstDay }: ToldByPeriod,
  where: CaseStatFilter['where'],
  { from, to, bucket }: FlowPeriod,
): WholeMonths {
  const named = Object.entries(where ?? {}).filter(([name, value]) => name !== 'region' && value != null);
  if (named.length > 0)
    throw refusedToAnalyst(
      `published ${what} are filtered by region only; found ${named.map(([name]) => name).join(', ')}`,
      'where',
    );
  const tooSmall = where?.region ? tooSmallToTell(where.region) : null;
  if (tooSmall !== null) throw refusedToAnalyst(`published ${what} cannot be filtered ${tooSmall}`, 'where');
  if (bucket === 'DAY' || !from.endsWith('-01') || !addDays(to, 1).endsWith('-01'))
    throw refusedToAnalyst(
      `published ${what} are told by whole months: from the first day of one to the last of one`,
      firstDay,
    );
  return { from, to, bucket };
}
