import type { QualityRule } from './quality-rule.js';
import { disabilityRiskWithoutDisabled } from './rules/disability-risk-without-disabled.js';
import { eliminatedTooSoon } from './rules/eliminated-too-soon.js';
import { eliminatedUnderLine } from './rules/eliminated-under-line.js';
import { eliminatedWithoutMeasure } from './rules/eliminated-without-measure.js';
import { highIncomeIdentified } from './rules/high-income-identified.js';
import { illnessWithoutMedicalCost } from './rules/illness-without-medical-cost.js';
import { incompleteIdentification } from './rules/incomplete-identification.js';
import { jobRiskWithoutLabour } from './rules/job-risk-without-labour.js';
import { labourShortageAllAble } from './rules/labour-shortage-all-able.js';
import { noDevelopmentInTime } from './rules/no-development-in-time.js';
import { noLabourNotTracked } from './rules/no-labour-not-tracked.js';
import { noSupportInTime } from './rules/no-support-in-time.js';
import { riskWithoutMatchingMeasure } from './rules/risk-without-matching-measure.js';
import { safetyNetAlone } from './rules/safety-net-alone.js';
import { safetyNetWithoutMember } from './rules/safety-net-without-member.js';
import { underLineUnmonitored } from './rules/under-line-unmonitored.js';
import { withdrawalAvoidsElimination } from './rules/withdrawal-avoids-elimination.js';

/** 逐户质量规则 · The rules that look at one household and its case, in the order of the set that they are taken from. @article 5.3 */
export const QUALITY_RULES: readonly QualityRule[] = [
  underLineUnmonitored,
  incompleteIdentification,
  eliminatedWithoutMeasure,
  noSupportInTime,
  highIncomeIdentified,
  disabilityRiskWithoutDisabled,
  eliminatedTooSoon,
  jobRiskWithoutLabour,
  riskWithoutMatchingMeasure,
  labourShortageAllAble,
  eliminatedUnderLine,
  safetyNetWithoutMember,
  safetyNetAlone,
  noLabourNotTracked,
  noDevelopmentInTime,
  illnessWithoutMedicalCost,
  withdrawalAvoidsElimination,
];
