import { procedure } from '#province-sdk';
import { COUNTY_DECISION, democraticReview, HOUSEHOLD_VERIFICATION, PUBLIC_NOTICE, townshipReview } from './steps.js';

/** 风险消除程序 @article 3.2 */
export const ELIMINATION = procedure({
  kind: 'ELIMINATION',
  name: { zh: '标注风险消除', en: 'Risk elimination' },
  steps: [
    HOUSEHOLD_VERIFICATION,
    democraticReview('household-verification'),
    PUBLIC_NOTICE,
    townshipReview('public-notice'),
    COUNTY_DECISION,
  ],
});
