import { step } from '#province-sdk';

/** 入户核实 · First step, so there is nothing to return it to. @article 3.2 */
export const HOUSEHOLD_VERIFICATION = step({
  code: 'household-verification',
  name: { zh: '入户核实', en: 'Household verification' },
  kind: 'HOUSEHOLD_VERIFICATION',
  level: 'VILLAGE',
  outcomes: ['PASSED', 'REJECTED'],
  article: '3.2',
});

/** 承诺授权 @article 3.2 */
export const COMMITMENT_AUTHORIZATION = step({
  code: 'commitment-authorization',
  name: { zh: '承诺授权', en: 'Commitment and authorization' },
  kind: 'COMMITMENT_AUTHORIZATION',
  level: 'VILLAGE',
  after: ['household-verification'],
  outcomes: ['PASSED', 'REJECTED'],
  article: '3.2',
});

/** 信息比对 · Beside the review: provinces place it before, beside or after, and the policy does not say. @article 3.2 */
export const DATA_COMPARISON = step({
  code: 'data-comparison',
  name: { zh: '信息比对', en: 'Data comparison' },
  kind: 'DATA_COMPARISON',
  level: 'COUNTY',
  after: ['commitment-authorization'],
  article: '3.2',
});

/** 民主评议 · No national text gives a quorum or a majority. @article 3.2 */
export function democraticReview(...after: string[]) {
  return step({
    code: 'democratic-review',
    name: { zh: '民主评议', en: 'Democratic review' },
    kind: 'DEMOCRATIC_REVIEW',
    level: 'VILLAGE',
    after,
    outcomes: after.length === 0 ? ['PASSED', 'REJECTED'] : ['PASSED', 'RETURNED', 'REJECTED'],
    article: '3.2',
  });
}

/** 公示 · Five days in the guide, in the village only. @article 3.2 */
export const PUBLIC_NOTICE = step({
  code: 'public-notice',
  name: { zh: '村级公示', en: 'Village notice' },
  kind: 'PUBLIC_NOTICE',
  level: 'VILLAGE',
  after: ['democratic-review'],
  minimumNoticeDays: 5,
  outcomes: ['PASSED', 'RETURNED'],
  article: '3.2',
});

/** 乡镇审核 · In the guide and in most texts seen, not in the policy. @article G */
export function townshipReview(...after: string[]) {
  return step({
    code: 'township-review',
    name: { zh: '乡镇审核', en: 'Township review' },
    kind: 'TOWNSHIP_REVIEW',
    level: 'TOWNSHIP',
    after,
    article: 'G',
  });
}

/** 县级审定 @article 3.2 */
export const COUNTY_DECISION = step({
  code: 'county-decision',
  name: { zh: '县级审定', en: 'County decision' },
  kind: 'COUNTY_DECISION',
  level: 'COUNTY',
  after: ['township-review'],
  article: '3.2',
});
