import { calendarDays, dated, months } from '#province-sdk';
import { FIRST_DAY } from './first-day.js';
import {
  CENTRAL_2021,
  DEFAULT_DEADLINE_STOPS,
  DEFAULT_INSPECTION_COVERAGE,
  DEFAULT_LEAD_ESCALATION,
  DEFAULT_LEAD_LIMIT,
  DEFAULT_MEDICAL_SHARE,
  DEFAULT_RECORD_RETENTION,
  DEFAULT_RISK_STUDY,
  DEFAULT_SHARP_FALL,
  GUIDE_QINAN,
  HALF_YEAR_ZONGYANG,
  RULE_SET,
  YEARLY_ROUND,
} from './sources.js';

// 收入大幅缩减: the policy gives no share. Without one no sharp fall would ever be seen in a province that sets none; the
// only number in the texts seen is taken, and it does no more than suggest a category to the verifier.
export const INCOME_FALL_PERCENT = dated([{ from: FIRST_DAY, value: 20, source: DEFAULT_SHARP_FALL }]);
export const MEDICAL_SHARE_PERCENT = dated([{ from: FIRST_DAY, value: 30, source: DEFAULT_MEDICAL_SHARE }]);

/** 重点关注群体 · In the order of 2.1; provinces may add groups. @article 2.1 */
export const SPECIAL_GROUP_PRIORITY = dated([
  {
    from: FIRST_DAY,
    value: ['CRITICAL_ILLNESS', 'HEAVY_CHRONIC_ILLNESS', 'SEVERE_DISABILITY', 'INCAPACITATED_ELDERLY'] as const,
    source: CENTRAL_2021,
  },
]);

/** 兜底保障清单 · What 4.2 names; what counts beside them the province lists. @article 4.2 */
export const SOCIAL_SECURITY_INSTRUMENTS = dated([
  { from: FIRST_DAY, value: ['subsistence-allowance', 'extreme-poverty-support'], source: CENTRAL_2021 },
]);

// Texts of provinces give 2 to 5 working days, no national one gives any. A lead still open when the whole identification
// should be done is late by any text.
export const LEAD_VERIFICATION_LIMIT = dated([
  { from: FIRST_DAY, value: calendarDays(15), source: DEFAULT_LEAD_LIMIT },
]);

// 3.1 wants leads verified and 5.3 holds every level to it; no text says when the level above is to look. The county looks from the
// day after the deadline, the city when the time for verifying has passed a second time.
export const LEAD_ESCALATION = dated([
  {
    from: FIRST_DAY,
    value: [
      { level: 'COUNTY' as const, after: calendarDays(1) },
      { level: 'CITY' as const, after: calendarDays(15) },
    ],
    source: DEFAULT_LEAD_ESCALATION,
  },
]);

/** From the day a lead is found; whether calendar or working days are meant the text does not say. @article G */
export const IDENTIFICATION_LIMIT = dated([{ from: FIRST_DAY, value: calendarDays(15), source: GUIDE_QINAN }]);

/** Rule 1_11_010: 识别后1个月及以上未落实帮扶措施. @article G */
export const SUPPORT_LIMIT = dated([{ from: FIRST_DAY, value: months(1), source: RULE_SET }]);

/** Rule 5_12_007: 识别6个月及以上未落实开发式帮扶. @article G */
export const DEVELOPMENTAL_MONTHS = dated([{ from: FIRST_DAY, value: 6, source: RULE_SET }]);

// Rule 2_11_002 (从识别到风险消除时间低于6个月) is applied to eliminations from April 2022 on; before, half a year stands in
// a county's text alone.
export const ELIMINATION_MONTHS = dated([
  { from: FIRST_DAY, value: 6, source: HALF_YEAR_ZONGYANG },
  { from: '2022-04-01', value: 6, source: RULE_SET },
]);

// No text of the nation or of a province that was read says whether a count stops while a notice is out or papers are
// returned: it runs on.
export const DEADLINE_STOPS = dated([{ from: FIRST_DAY, value: [], source: DEFAULT_DEADLINE_STOPS }]);

export const TRACKING_VISIT_MONTHS = dated([{ from: FIRST_DAY, value: 12, source: YEARLY_ROUND }]);

// 3.1 asks for a campaign a year and says of no household that it may be left out. Where nobody is at home, a call counts.
export const INSPECTION_COVERAGE_PERCENT = dated([
  { from: FIRST_DAY, value: 100, source: DEFAULT_INSPECTION_COVERAGE },
]);

// The policy asks for records and gives no time. Without a value nothing would ever be erased; ten years is this product's own.
export const RECORD_RETENTION_MONTHS = dated([{ from: FIRST_DAY, value: 120, source: DEFAULT_RECORD_RETENTION }]);
// 5.2 asks for studies at regular times (定期集中研判) and gives no interval.
export const RISK_STUDY_MONTHS = dated([{ from: FIRST_DAY, value: 3, source: DEFAULT_RISK_STUDY }]);
