import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepDefinition } from '../procedure-definition.js';
import type { ReviewSection } from '../step-act.js';
import type { StepQuestion } from './step-question.js';

const COUNTS = ['eligible', 'attended', 'inFavour', 'against', 'abstained'] as const;

/**
 * 民主评议 · The votes add up, and a review that passes was carried.
 *
 * Quorum: the share of the eligible who attended, at least. Majority: the share of the votes cast, abstentions among
 * them, that those in favour exceed. Where the province's text sets no majority, more must be in favour than against
 * (national default: a review that passes without that would be no vote); where it sets no quorum, none is asked for.
 *
 * @article 3.2
 */
export function reviewCarried({ act, own }: StepQuestion): Refusal[] {
  const review = act.review ?? null;
  if (own?.kind !== 'DEMOCRATIC_REVIEW' || review === null) return [];
  const faults = votesAddUp(review);
  return faults.length > 0 || act.outcome !== 'PASSED' ? faults : votesCarry(review, own);
}

function votesAddUp(review: ReviewSection): Refusal[] {
  const refusals = COUNTS.filter((count) => !Number.isSafeInteger(review[count]) || review[count] < 0).map((count) =>
    refuse('BAD_VALUE', `${count} is a number of people, not ${review[count]}`, ['review', count], '3.2'),
  );
  const { eligible, attended, inFavour, against, abstained } = review;
  if (attended > eligible)
    refusals.push(
      refuse('BAD_VALUE', `${attended} attended, but only ${eligible} are eligible`, ['review', 'attended'], '3.2'),
    );
  const votes = inFavour + against + abstained;
  if (votes !== attended) {
    const message = `${inFavour} in favour, ${against} against and ${abstained} abstained make ${votes}, not the ${attended} who attended`;
    refusals.push(refuse('BAD_VALUE', message, ['review'], '3.2'));
  }
  return refusals;
}

function votesCarry(review: ReviewSection, own: StepDefinition): Refusal[] {
  const { eligible, attended, inFavour, against } = review;
  const refusals: Refusal[] = [];
  const missed = (message: string, field: string): void => {
    refusals.push(refuse('REVIEW_NOT_CARRIED', message, ['review', field], '3.2'));
  };
  if (own.quorumPercent !== null && attended * 100 < eligible * own.quorumPercent)
    missed(`${attended} of ${eligible} attended; the quorum is ${own.quorumPercent} %`, 'attended');
  if (own.majorityPercent !== null && inFavour * 100 <= attended * own.majorityPercent)
    missed(`${inFavour} of ${attended} were in favour; more than ${own.majorityPercent} % must be`, 'inFavour');
  else if (own.majorityPercent === null && inFavour <= against)
    missed(`${inFavour} in favour do not outvote ${against} against`, 'inFavour');
  return refusals;
}
