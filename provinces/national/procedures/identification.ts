import { calendarDays, procedure } from '#province-sdk';
import {
  COMMITMENT_AUTHORIZATION,
  COUNTY_DECISION,
  DATA_COMPARISON,
  democraticReview,
  HOUSEHOLD_VERIFICATION,
  PUBLIC_NOTICE,
  townshipReview,
} from './steps.js';

const STEPS = [
  HOUSEHOLD_VERIFICATION,
  COMMITMENT_AUTHORIZATION,
  DATA_COMPARISON,
  democraticReview('commitment-authorization'),
  PUBLIC_NOTICE,
  townshipReview('public-notice', 'data-comparison'),
  COUNTY_DECISION,
];

// Fifteen days from the day the lead is found. A run begins later than that, so its own limit is never the tighter one;
// `identificationLimit` holds the clock that begins with the lead.
const LIMIT = calendarDays(15);

/** 识别程序 @article 3.2 */
export const IDENTIFICATION = procedure({
  kind: 'IDENTIFICATION',
  name: { zh: '监测对象识别', en: 'Identification' },
  limit: LIMIT,
  steps: STEPS,
});

/** 紧急识别程序 · The same steps; help comes first, and no text seen gives them longer. @article 3.2 */
export const EMERGENCY_IDENTIFICATION = procedure({
  kind: 'EMERGENCY_IDENTIFICATION',
  name: { zh: '紧急识别(先行救助)', en: 'Emergency identification, help first' },
  limit: LIMIT,
  steps: STEPS,
});
