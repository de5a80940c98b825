import type { Role } from '../role.js';
import { ABOVE, AGGREGATES, COUNTY, READERS, SEGMENT_MAKERS, TOWNSHIP_UP, VILLAGE_UP } from '../role-groups.js';
import type { FieldTable } from './field-table.js';

/** Whoever sends alerts reads its own, and the offices those that concern them. */
const ALERT: readonly Role[] = [...READERS, 'DEPARTMENT_CLIENT'];
const WARNING: readonly Role[] = [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'];
/** Numbers by which falsified records are found are for those who look for them, and those who set them. */
export const QUALITY_RULES_READERS: readonly Role[] = [...WARNING, 'PROVINCE_IT'];
const STUDYING: readonly Role[] = [...COUNTY, ...ABOVE];
const AUDIT: readonly Role[] = ['AUDITOR', 'NATIONAL_OFFICER'];
const SIMULATION: readonly Role[] = ['PROVINCE_OFFICER', 'PROVINCE_IT'];

/**
 * 职责字段 · Who reads what of alerts, hazards, warnings, campaigns, figures, findings and the audit trail.
 *
 * Figures name no household; analysts read these and nothing else.
 *
 * @article 5.3
 */
export const DUTY_FIELDS: FieldTable = {
  DepartmentAlert: [
    [
      ALERT,
      'id reference outcomeNote department kind grade amount region raisedOn receivedAt status verifyBy overdue payload',
    ],
    [READERS, 'household lead'],
  ],
  AlertBatchPayload: [[['DEPARTMENT_CLIENT'], 'accepted matched duplicates failed alerts rowErrors userErrors']],
  BatchReport: [[['DEPARTMENT_CLIENT'], 'accepted duplicates failed rowErrors userErrors']],
  HazardEvent: [
    [
      [...READERS, 'DEPARTMENT_CLIENT'],
      'id kind regions occurredOn severity description screenedAt leadsOpened screening',
    ],
  ],
  HazardScreening: [
    [[...READERS, 'DEPARTMENT_CLIENT'], 'on requestedAt finishedAt households screened singledOut leadsOpened'],
  ],
  HazardPayload: [[[...TOWNSHIP_UP, ...ABOVE, 'DEPARTMENT_CLIENT'], 'hazard userErrors']],
  RegionalWarning: [[WARNING, 'id region indicator status severity raisedOn evidence actions closedOn']],
  WarningAction: [[WARNING, 'number on actor note status department dueOn doneOn']],
  WarningPayload: [[STUDYING, 'warning userErrors']],
  RiskStudy: [[WARNING, 'id region heldOn departments conclusion warnings']],
  RiskStudyDuty: [[[...STUDYING, 'NATIONAL_OFFICER', 'AUDITOR'], 'region lastHeldOn dueBy missed']],
  RiskIndicator: [['open', 'code name unit origin subject']],
  StudyPayload: [[STUDYING, 'study userErrors']],
  DepartmentLinkPayload: [[STUDYING, 'link userErrors']],
  DepartmentLink: [[[...STUDYING, 'NATIONAL_OFFICER', 'AUDITOR'], 'department realTime since lastReceivedAt']],
  InspectionCampaign: [
    [[...READERS, 'AUDITOR'], 'id region year carriesOut startsOn endsOn households visited leadsOpened'],
  ],
  InspectionCoverage: [[[...READERS, 'AUDITOR'], 'code region households visited']],
  InspectionCompliance: [[[...READERS, 'AUDITOR'], 'region status requiredPercent households visited campaign']],
  CampaignPayload: [[STUDYING, 'campaign userErrors']],
  VisitBatchPayload: [[VILLAGE_UP, 'recorded households rowErrors userErrors']],
  HouseholdStats: [[AGGREGATES, 'rows suppressed truncated']],
  HouseholdStatRow: [
    [
      AGGREGATES,
      'totalOver share change region formerStatus resettled size specialGroup monitored band households persons labourers perCapitaMean perCapitaMedian rigidExpenditure',
    ],
  ],
  CaseStats: [[AGGREGATES, 'rows suppressed truncated']],
  CaseStatRow: [
    [
      AGGREGATES,
      'totalOver share change region category status channel riskType riskGroup openedIn identifiedIn eliminatedIn trackingOnly specialGroup cases households persons perCapitaMean perCapitaMedian identificationDaysMedian overdue relapsed withoutSupport',
    ],
  ],
  MeasureStats: [[AGGREGATES, 'rows suppressed truncated']],
  MeasureStatRow: [
    [
      AGGREGATES,
      'totalOver share change region family instrument nature timing fundingSource status startedIn measures households budget delivered',
    ],
  ],
  AlertStats: [[AGGREGATES, 'rows suppressed truncated']],
  AlertStatRow: [
    [
      AGGREGATES,
      'totalOver share change region department kind grade status raisedIn alerts confirmed overdue verificationDaysMedian',
    ],
  ],
  StatChange: [[AGGREGATES, 'earlier difference rate']],
  StatEstimate: [[AGGREGATES, 'path subject segment source chosen behindSeconds rows cost limit allowed cheaper']],
  StatSourceChoice: [[AGGREGATES, 'rows source rollup because']],
  CheaperStatQuestion: [[AGGREGATES, 'change cost']],
  Segment: [
    [AGGREGATES, 'id region key subject name definition roles filter version madeAs retiredOn updatedAt'],
    [[...READERS, 'AUDITOR'], 'madeBy'],
  ],
  SegmentPayload: [[SEGMENT_MAKERS, 'segment userErrors']],
  UsedSegment: [[AGGREGATES, 'id key version']],
  StatDefinition: [
    [AGGREGATES, 'subject name dimension kind termZh termEn definition article unit fold overlapping notSummedOver'],
  ],
  CaseFlow: [[AGGREGATES, 'period from to cases persons relapsed']],
  CaseCohort: [
    [
      AGGREGATES,
      'period cases persons supportedWithinLimit eliminatedWithin6Months eliminatedWithin12Months eliminatedWithin24Months relapsedWithin12Months relapsedWithin24Months',
    ],
  ],
  CohortOutcome: [[AGGREGATES, 'observed reached rate']],
  Scorecard: [
    [
      AGGREGATES,
      'region households monitored identifiedOnTime supportedOnTime alertsVerifiedOnTime inspectionCoverage noticeCompliance relapseRate dataQualityFlags responsibility instrumentsEnded helped supervised policyExplained inspectionCampaign',
    ],
  ],
  ScorecardRecord: [
    [[...READERS, 'AUDITOR'], 'region household case run notice'],
    [[...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER'], 'alert'],
    [WARNING, 'finding'],
  ],
  QualityFinding: [
    [WARNING, 'id status owner dueOn rule severity message household case region evidence foundOn settledOn settledBy'],
  ],
  QualityRule: [[QUALITY_RULES_READERS, 'id name severity own origin thresholds source']],
  QualityThreshold: [[QUALITY_RULES_READERS, 'name value national']],
  FindingPayload: [[['AUDITOR'], 'finding userErrors']],
  AuditEvent: [[AUDIT, 'id sequence at actor role action subjectId change purposes hash previousHash']],
  AuditVerification: [[AUDIT, 'intact events firstBroken differences']],
  RuleSimulation: [
    [SIMULATION, 'households withinRangeNow withinRangeThen entering leaving byCounty floorViolation functions'],
  ],
  RuleSimulationRow: [[SIMULATION, 'region withinRangeNow withinRangeThen']],
  SimulatedFunction: [[SIMULATION, 'code name asked unanswered']],
};
