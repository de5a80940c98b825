import { type Refusal, refuse } from '../kernel/verdict.js';
import type { IdentityOutcome } from './identity-outcome.js';

/** 复核所据 · What stands in the register of the county's own member. */
export interface IdentityFacts {
  /** Whether the member belongs to the household still. */
  readonly present: boolean;
  /** Whether the member is recorded with the number that the review is about. */
  readonly holdsNumber: boolean;
  /** What was found before; null while it waits. */
  readonly outcome: IdentityOutcome | null;
}

/**
 * 身份复核校验 · A review ends with what the register says, never against it: whoever says that the number was mended has mended it.
 * One that was confirmed may be found to be wrong later; the other ends are final. What the other county has is not looked at, so that
 * nothing is learned of it.
 *
 * @article 5.3
 */
export function checkIdentitySettlement(facts: IdentityFacts, outcome: IdentityOutcome): Refusal[] {
  if (facts.outcome !== null && facts.outcome !== 'CONFIRMED_HERE') {
    const message = `the review was settled as ${facts.outcome}, which is final`;
    return [refuse('INVALID_STATE', message, ['reviewId'], '5.3')];
  }
  const against = {
    CONFIRMED_HERE: facts.present && facts.holdsNumber ? null : 'the member is not recorded with that number any more',
    NUMBER_CORRECTED:
      facts.present && !facts.holdsNumber
        ? null
        : 'the member is recorded with that number: mend it with updateMember first',
    MEMBER_LEFT: facts.present ? 'the member belongs to the household still: end that with removeMember first' : null,
  }[outcome];
  if (against === null) return [];
  const message =
    !facts.present && outcome !== 'MEMBER_LEFT' ? 'the member has left: settle it as MEMBER_LEFT' : against;
  return [refuse('INVALID_STATE', message, ['outcome'], '5.3')];
}
