import type { Reason } from '../../kernel/verdict.js';
import type { TimeLimit } from '../time-limit.js';

/** 只紧不松的参数 · Parameters whose baseline value binds: which way is tighter. @article 3.2 */
export const TIGHTER_IS = {
  supportLimit: 'less',
  developmentalMonths: 'less',
  trackingVisitMonths: 'less',
  eliminationMonths: 'more',
} as const;
export type BoundParameter = keyof typeof TIGHTER_IS;

/** The longest reading of a month, so that no limit in days is called looser than a month that it may equal. */
const DAYS_IN_MONTH = 31;
/** Calendar days that a week of working days takes. */
const DAYS_PER_WORKING_WEEK = 7 / 5;

/**
 * R08 只紧不松 · A province's limit that the baseline binds is tightened or kept, never loosened.
 *
 * Limits of two units are held against each other in calendar days: a month as 31, five working days as seven.
 *
 * @param candidate  the province's value: months, or a limit with its unit
 * @param baseline  the national value in force on the same day
 * @returns null where it holds, or the reason with both values
 * @article 3.2
 */
export function checkTightened(
  name: BoundParameter,
  candidate: number | TimeLimit,
  baseline: number | TimeLimit,
): Reason | null {
  const [is, least] = [inDays(candidate), inDays(baseline)];
  if (TIGHTER_IS[name] === 'less' ? is <= least : is >= least) return null;
  return {
    code: 'limit-loosened',
    message: `${name} is ${say(candidate)}, looser than the baseline's ${say(baseline)}`,
    article: '3.2',
    evidence: { name, is: say(candidate), baseline: say(baseline) },
  };
}

function inDays(value: number | TimeLimit): number {
  if (typeof value === 'number') return value * DAYS_IN_MONTH;
  if (value.unit === 'MONTHS') return value.amount * DAYS_IN_MONTH;
  return value.unit === 'WORKING_DAYS' ? value.amount * DAYS_PER_WORKING_WEEK : value.amount;
}

function say(value: number | TimeLimit): string {
  if (typeof value === 'number') return `${value} months`;
  return `${value.amount} ${value.unit.toLowerCase().replace('_', ' ')}`;
}
