import { dated, defineBaseline } from '#province-sdk';
import { ALERT_KINDS } from './alerts.js';
import { FIRST_DAY } from './first-day.js';
import { HAZARD_RULES } from './hazards.js';
import { INSTRUMENTS } from './instruments/index.js';
import {
  DEADLINE_STOPS,
  DEVELOPMENTAL_MONTHS,
  ELIMINATION_MONTHS,
  IDENTIFICATION_LIMIT,
  INCOME_FALL_PERCENT,
  INSPECTION_COVERAGE_PERCENT,
  LEAD_ESCALATION,
  LEAD_VERIFICATION_LIMIT,
  MEDICAL_SHARE_PERCENT,
  RECORD_RETENTION_MONTHS,
  RISK_STUDY_MONTHS,
  SOCIAL_SECURITY_INSTRUMENTS,
  SPECIAL_GROUP_PRIORITY,
  SUPPORT_LIMIT,
  TRACKING_VISIT_MONTHS,
} from './limits.js';
import { BANDS, MONITORING_LINES, NATIONAL_FLOOR } from './lines.js';
import { MARKS } from './marks.js';
import { PROCEDURES } from './procedures/index.js';
import { RISK_TYPES } from './risk-types.js';

/**
 * 国家基线 · What holds wherever a province sets nothing else, and what no province goes under.
 *
 * @article 2.2
 */
export default defineBaseline({
  code: '000000',
  name: { zh: '国家基线', en: 'National baseline' },
  firstDay: FIRST_DAY,
  // Provinces give 10 to 25 working days for the whole of identification; the fifteen days stand in a guide that is only
  // quoted, so they serve where a province says nothing, and bind nobody.
  openToProvinces: ['procedureLimit'],
  marks: MARKS,
  nationalFloor: NATIONAL_FLOOR,
  monitoringLines: MONITORING_LINES,
  bands: BANDS,
  incomeFallPercent: INCOME_FALL_PERCENT,
  medicalSharePercent: MEDICAL_SHARE_PERCENT,
  specialGroupPriority: SPECIAL_GROUP_PRIORITY,
  riskTypes: RISK_TYPES,
  procedures: PROCEDURES,
  deadlineStops: DEADLINE_STOPS,
  instruments: INSTRUMENTS,
  socialSecurityInstruments: SOCIAL_SECURITY_INSTRUMENTS,
  leadVerificationLimit: LEAD_VERIFICATION_LIMIT,
  identificationLimit: IDENTIFICATION_LIMIT,
  supportLimit: SUPPORT_LIMIT,
  developmentalMonths: DEVELOPMENTAL_MONTHS,
  eliminationMonths: ELIMINATION_MONTHS,
  trackingVisitMonths: TRACKING_VISIT_MONTHS,
  // No text seen says within which time a county may take an elimination back: no limit.
  rollbackLimit: dated([]),
  alertKinds: ALERT_KINDS,
  leadEscalation: LEAD_ESCALATION,
  inspectionCoveragePercent: INSPECTION_COVERAGE_PERCENT,
  hazardRules: HAZARD_RULES,
  recordRetentionMonths: RECORD_RETENTION_MONTHS,
  riskStudyMonths: RISK_STUDY_MONTHS,
});
