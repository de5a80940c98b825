import { describe, expect, it } from 'vitest';
import type { PolicySource } from '../../../../src/domain/kernel/source.js';
import { oneReviewOneNotice } from '../../../../src/domain/procedure/rules/r28-one-review-one-notice.js';
import { anIdentification, aStep } from '../a-procedure.js';

const one = anIdentification();
const two = { ...one, steps: [...one.steps, aStep('DEMOCRATIC_REVIEW', 'group-review', ['commitment'])] };
const source = (standing: PolicySource['standing']): PolicySource => ({ id: 's', title: 's', standing });

describe('oneReviewOneNotice', () => {
  it('takes one review and one village notice', () => {
    expect(oneReviewOneNotice(one, { source: null })).toEqual([]);
  });

  it('refuses a second review, naming both', () => {
    const reasons = oneReviewOneNotice(two, { source: null });
    expect(reasons).toMatchObject([
      { code: 'step-repeated', article: '5.4', evidence: { steps: ['review', 'group-review'] } },
    ]);
  });

  it('refuses a second village notice and takes one on the township board', () => {
    const again = (level: 'VILLAGE' | 'TOWNSHIP') => ({
      ...one,
      steps: [...one.steps, aStep('PUBLIC_NOTICE', 'result-notice', ['county'], { level })],
    });
    expect(oneReviewOneNotice(again('VILLAGE'), { source: null })).toHaveLength(1);
    expect(oneReviewOneNotice(again('TOWNSHIP'), { source: null })).toEqual([]);
  });

  it('takes a second review that a provincial document asks for, not one that county practice does', () => {
    expect(oneReviewOneNotice(two, { source: source('document') })).toEqual([]);
    expect(oneReviewOneNotice(two, { source: source('county-practice') })).toHaveLength(1);
  });
});
