import { procedure } from '#province-sdk';
import { democraticReview, PUBLIC_NOTICE, townshipReview } from './steps.js';

/** 落实帮扶措施程序 · Review and notice are the policy's; that the township confirms is the baseline's own. @article 3.2 */
export const SUPPORT = procedure({
  kind: 'SUPPORT',
  name: { zh: '落实帮扶措施', en: 'Support' },
  steps: [democraticReview(), PUBLIC_NOTICE, townshipReview('public-notice')],
});
