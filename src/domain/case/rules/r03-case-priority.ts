import type { SpecialGroup } from '../../household/household.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';

/** Rank of a household with a special group that the province does not rank. */
const UNRANKED_GROUP = 99;
/** Rank of a household without a special group. */
const NO_GROUP = 100;

/**
 * R03 优先次序 · Rank of a household in worklists: lower is more urgent, special groups stand before all others.
 *
 * Holds still from day to day, so that it can be kept beside the case and sorted by; deadlines order what is equal.
 *
 * @param ranking  the province's special groups, the most urgent first; the policy itself ranks none before another
 * @returns 0–98 a ranked group · 99 another special group · 100 none
 * @article 2.1
 * @example casePriority(['SEVERE_DISABILITY'], ['CRITICAL_ILLNESS', 'SEVERE_DISABILITY']) // 1
 */
export function casePriority(groups: readonly SpecialGroup[], ranking: readonly SpecialGroup[] = []): number {
  if (groups.length === 0) return NO_GROUP;
  const places = groups.map((group) => ranking.indexOf(group)).filter((place) => place >= 0);
  return Math.min(UNRANKED_GROUP, ...places);
}

/** 待办事项次序 · What orders two entries of a worklist. @article 2.1 */
export interface Urgency {
  readonly priority: number;
  readonly dueOn: CalendarDate | null;
}

/**
 * R03 待办次序 · Orders by priority, then by deadline, the earliest first, none last.
 *
 * @returns negative when `a` is more urgent
 * @article 2.1
 */
export function compareUrgency(a: Urgency, b: Urgency): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (a.dueOn === b.dueOn) return 0;
  if (a.dueOn === null) return 1;
  if (b.dueOn === null) return -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}
