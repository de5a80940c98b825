import { countyOf, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 转交预警 · Where an alert is, where it is to go, and what is known of that place. @article 3.1 */
export interface ForwardedAlert {
  readonly county: string;
  readonly forwardTo: RegionCode;
  readonly isRegion: boolean;
  /** Whether a household was named too. */
  readonly isMatched: boolean;
}

/**
 * R06 转交预警 · An alert that found nobody is forwarded to another county, or a township or village of it; a county that has it already
 * matches it itself.
 *
 * @article 3.1
 */
export function checkForward({ county, forwardTo, isRegion, isMatched }: ForwardedAlert): Refusal[] {
  const bad = (message: string): Refusal[] => [refuse('BAD_VALUE', message, ['forwardTo'], '3.1')];
  if (isMatched) return bad('an alert is matched to a household or forwarded, not both; leave one out');
  const target = countyOf(forwardTo);
  if (!isRegion || target === null) return bad(`${forwardTo} is no county, township or village of the edition`);
  if (target === county) return bad(`the alert is in ${county} already; match it to a household or return it`);
  return [];
}

/** R06 每县一次 · A county that an alert has left is not sent it again. @article 3.1 */
export function alreadyLeft(county: string): Refusal {
  const message = `the alert was in ${county} before and found nobody there; forward it elsewhere or return it`;
  return refuse('INVALID_STATE', message, ['forwardTo'], '3.1');
}
