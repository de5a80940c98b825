import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../../../src/domain/procedure/procedure-definition.js';
import { anIdentification, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

function vote(
  [eligible, attended, inFavour, against, abstained]: readonly [number, number, number, number, number],
  set: Partial<StepDefinition> = {},
  act = {},
) {
  const definition = anIdentification((step) => (step.code === 'review' ? { ...step, ...set } : step));
  const run = passedUntil(definition, 'review', DAYS);
  const review = { eligible, attended, inFavour, against, abstained };
  return refusalsOf({ definition, run }, passing('review', '2023-03-05', { review, ...act }));
}

describe('reviewCarried', () => {
  it('takes 30 of 30 eligible and refuses 31 of 30', () => {
    expect(vote([30, 30, 25, 3, 2])).toEqual([]);
    expect(vote([30, 31, 26, 3, 2])).toEqual(['BAD_VALUE input.review.attended']);
  });

  it('refuses votes that make 29 or 31 where 30 attended', () => {
    expect(vote([40, 30, 24, 3, 2])).toEqual(['BAD_VALUE input.review']);
    expect(vote([40, 30, 26, 3, 2])).toEqual(['BAD_VALUE input.review']);
  });

  it('refuses fewer than no people, and half a person', () => {
    expect(vote([40, 30, 31, -1, 0])).toContain('BAD_VALUE input.review.against');
    expect(vote([40, 30, 27.5, 2.5, 0])).toContain('BAD_VALUE input.review.inFavour');
  });

  it('meets a quorum of 67 % with 67 of 100 and misses it with 66', () => {
    expect(vote([100, 67, 60, 7, 0], { quorumPercent: 67 })).toEqual([]);
    expect(vote([100, 66, 60, 6, 0], { quorumPercent: 67 })).toEqual(['REVIEW_NOT_CARRIED input.review.attended']);
  });

  it('exceeds a majority of 50 % with 16 of 30 and not with 15, abstentions counted as cast', () => {
    expect(vote([40, 30, 16, 4, 10], { majorityPercent: 50 })).toEqual([]);
    expect(vote([40, 30, 15, 4, 11], { majorityPercent: 50 })).toEqual(['REVIEW_NOT_CARRIED input.review.inFavour']);
  });

  it('where no majority is set, carries 2 against 1 with 27 abstaining and not 2 against 2', () => {
    expect(vote([40, 30, 2, 1, 27])).toEqual([]);
    expect(vote([40, 30, 2, 2, 26])).toEqual(['REVIEW_NOT_CARRIED input.review.inFavour']);
  });

  it('names quorum and majority together when both are missed', () => {
    expect(vote([100, 40, 20, 20, 0], { quorumPercent: 67, majorityPercent: 50 })).toHaveLength(2);
  });

  it('takes a lost vote as a rejection, with a reason', () => {
    expect(vote([40, 30, 3, 25, 2], { majorityPercent: 50 }, { outcome: 'REJECTED', note: 'voted down' })).toEqual([]);
  });
});
