import { AGGREGATES } from '../../domain/jurisdiction/role-groups.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService, Reach } from '../access/index.js';
import type { StatFilter } from '../stat-source/index.js';
import { tooSmallToTell } from './published-filter.js';

const OFFICERS = AGGREGATES.filter((role) => role !== 'ANALYST');

/** 统计可及 · What a question reaches, and whether the caller is shown published figures of it only. */
export interface StatReach {
  readonly reach: Reach;
  readonly published: boolean;
}

/**
 * 统计可及 · By the offices that the caller holds, exact figures; by the grant of an analyst, published ones, where the place that
 * the question names lies in no office of the caller's.
 *
 * @throws ApiError FORBIDDEN for roles that read no figures, and for an analyst of a village
 * @article 5.3
 */
export async function reachFor(caller: Caller, filter: StatFilter, access: AccessService): Promise<StatReach> {
  const officer = await access.reachAs(caller, OFFICERS);
  const analyst = await access.reachAs(caller, ['ANALYST']);
  if (analyst !== null && (officer === null || (!reaches(officer, filter) && reaches(analyst, filter))))
    return { reach: publishedReach(analyst), published: true };
  if (officer === null) throw new ApiError('FORBIDDEN', "None of the token's roles may read figures.");
  return { reach: officer, published: false };
}

/** A grant for a village would be shown what is left of a township's cells, which are published whole. */
function publishedReach(reach: Reach): Reach {
  const village = reach.grants.find(({ region }) => tooSmallToTell(region as RegionCode) !== null);
  if (village === undefined) return reach;
  const message = `An analyst is granted a township or more, and this token the village ${village.region}: figures are published by townships.`;
  throw new ApiError('FORBIDDEN', message);
}

/** Whether the place that the question names lies in a reach; where it names none, every reach does. */
function reaches(reach: Reach, { where }: StatFilter): boolean {
  return where?.region === null || where?.region === undefined || reach.covers(where.region);
}
