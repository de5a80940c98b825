import { ROLES, type Role } from './role.js';
import {
  ABOVE,
  AGGREGATES,
  COUNTY,
  OFFICES,
  type OperationRoles,
  READERS,
  SEGMENT_MAKERS,
  TOWNSHIP_UP,
  VILLAGE_UP,
} from './role-groups.js';

const QUERIES = {
  'Query.viewer': ROLES,
  'Query.node': ROLES,
  'Query.nodes': ROLES,
  'Query.region': ROLES,
  'Query.household': [...READERS, 'RESIDENT'],
  'Query.householdByNumber': [...READERS, 'RESIDENT'],
  'Query.householdByIdNumber': OFFICES,
  'Query.households': READERS,
  'Query.identityReviews': [...COUNTY, ...ABOVE, 'NATIONAL_OFFICER'],
  'Query.monitoringCase': [...READERS, 'RESIDENT', 'AUDITOR'],
  'Query.monitoringCases': [...READERS, 'AUDITOR'],
  'Query.leads': READERS,
  'Query.departmentAlerts': [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER', 'DEPARTMENT_CLIENT'],
  'Query.worklist': OFFICES,
  'Query.publicNotices': 'open',
  'Query.resultAnnouncements': 'open',
  'Query.progress': 'open',
  'Query.hazardEvents': READERS,
  'Query.regionalWarnings': [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'],
  'Query.riskStudies': [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'],
  'Query.riskStudyDuties': [...COUNTY, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'],
  'Query.riskIndicators': 'open',
  'Query.inspectionCampaigns': [...READERS, 'AUDITOR'],
  'Query.inspectionCoverage': [...READERS, 'AUDITOR'],
  'Query.inspectionCompliance': [...READERS, 'AUDITOR'],
  'Query.householdsToVisit': OFFICES,
  'Query.provinces': 'open',
  'Query.province': 'open',
  'Query.assess': [...READERS, 'RESIDENT'],
  'Query.simulateRules': ['PROVINCE_OFFICER', 'PROVINCE_IT'],
  'Query.householdStats': AGGREGATES,
  'Query.caseStats': AGGREGATES,
  'Query.measureStats': AGGREGATES,
  'Query.alertStats': AGGREGATES,
  'Query.explainStats': AGGREGATES,
  'Query.statDefinitions': AGGREGATES,
  'Query.caseFlows': AGGREGATES,
  'Query.caseCohorts': AGGREGATES,
  'Query.segments': AGGREGATES,
  'Query.scorecards': AGGREGATES,
  'Query.scorecardRecords': [...READERS, 'AUDITOR'],
  'Query.departmentLinks': [...COUNTY, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'],
  'Query.qualityFindings': [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER', 'AUDITOR'],
  'Query.auditEvents': ['AUDITOR', 'NATIONAL_OFFICER'],
  'Query.verifyAuditChain': ['AUDITOR', 'NATIONAL_OFFICER'],
} as const satisfies Readonly<Record<string, OperationRoles>>;

const MUTATIONS = {
  'Mutation.registerHousehold': VILLAGE_UP,
  'Mutation.updateHousehold': VILLAGE_UP,
  'Mutation.addMember': VILLAGE_UP,
  'Mutation.updateMember': VILLAGE_UP,
  'Mutation.removeMember': VILLAGE_UP,
  'Mutation.recordIncome': VILLAGE_UP,
  'Mutation.recordGuarantees': VILLAGE_UP,
  'Mutation.importHouseholds': VILLAGE_UP,
  'Mutation.closeHousehold': COUNTY,
  'Mutation.settleIdentityReview': COUNTY,
  'Mutation.submitLead': [...OFFICES, 'RESIDENT', 'DEPARTMENT_CLIENT'],
  'Mutation.verifyLead': VILLAGE_UP,
  'Mutation.submitDepartmentAlerts': ['DEPARTMENT_CLIENT'],
  'Mutation.matchAlert': COUNTY,
  'Mutation.recordDepartmentLink': [...COUNTY, ...ABOVE],
  'Mutation.startInspectionCampaign': [...COUNTY, ...ABOVE],
  'Mutation.recordVisit': VILLAGE_UP,
  'Mutation.recordVisits': VILLAGE_UP,
  'Mutation.openCase': VILLAGE_UP,
  'Mutation.completeStep': [...OFFICES, 'DEPARTMENT_CLIENT'],
  'Mutation.completeSteps': [...OFFICES, 'DEPARTMENT_CLIENT'],
  'Mutation.publishNotice': OFFICES,
  'Mutation.publishJointNotice': OFFICES,
  'Mutation.fileObjection': 'open',
  'Mutation.resolveObjection': TOWNSHIP_UP,
  'Mutation.recordRisk': TOWNSHIP_UP,
  'Mutation.resolveRisk': TOWNSHIP_UP,
  'Mutation.planSupport': TOWNSHIP_UP,
  'Mutation.giveUrgentHelp': TOWNSHIP_UP,
  'Mutation.recordDelivery': VILLAGE_UP,
  'Mutation.concludeMeasure': TOWNSHIP_UP,
  'Mutation.requestElimination': VILLAGE_UP,
  'Mutation.continueSupport': TOWNSHIP_UP,
  'Mutation.withdrawCase': COUNTY,
  'Mutation.withdrawAuthorization': VILLAGE_UP,
  'Mutation.rollBackElimination': COUNTY,
  'Mutation.assignResponsiblePerson': TOWNSHIP_UP,
  'Mutation.correctRecord': COUNTY,
  'Mutation.reportHazard': [...TOWNSHIP_UP, ...ABOVE, 'DEPARTMENT_CLIENT'],
  'Mutation.screenHazard': [...TOWNSHIP_UP, ...ABOVE],
  'Mutation.raiseRegionalWarning': [...COUNTY, ...ABOVE],
  'Mutation.updateRegionalWarning': [...COUNTY, ...ABOVE],
  'Mutation.submitIndicators': ['DEPARTMENT_CLIENT'],
  'Mutation.recordRiskStudy': [...COUNTY, ...ABOVE],
  'Mutation.defineSegment': SEGMENT_MAKERS,
  'Mutation.changeSegment': SEGMENT_MAKERS,
  'Mutation.retireSegment': SEGMENT_MAKERS,
  'Mutation.settleFinding': ['AUDITOR'],
} as const satisfies Readonly<Record<string, OperationRoles>>;

const SUBSCRIPTIONS = {
  'Subscription.caseChanged': READERS,
  'Subscription.alertDispatched': [...TOWNSHIP_UP, ...ABOVE, 'NATIONAL_OFFICER'],
} as const satisfies Readonly<Record<string, OperationRoles>>;

/** 操作名 · A root field of the public contract. @article 5.1 */
export type OperationName = keyof typeof QUERIES | keyof typeof MUTATIONS | keyof typeof SUBSCRIPTIONS;

/** 操作名 · Every root field of the public contract. @article 5.1 */
export const OPERATION_NAMES = Object.keys({ ...QUERIES, ...MUTATIONS, ...SUBSCRIPTIONS }) as readonly OperationName[];

/**
 * 操作权限 · Who may ever call a root field; anybody else is FORBIDDEN, whatever the object.
 *
 * What a call reaches is another question (`scopesOf`); whether the step is the caller's a third (`canCompleteStep`).
 * The fields of `node` and `region` are held to the operation of their type: a household found by its id to `Query.household`.
 *
 * @article 5.1
 */
export const OPERATIONS: Readonly<Record<string, OperationRoles>> = { ...QUERIES, ...MUTATIONS, ...SUBSCRIPTIONS };

/**
 * 可否调用 · Whether some grant's role may call an operation; an unknown one nobody may.
 *
 * @article 5.1
 */
export function mayCall(roles: readonly Role[], operation: string): boolean {
  const allowed = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : [];
  return allowed === 'open' || (allowed ?? []).some((role) => roles.includes(role));
}
