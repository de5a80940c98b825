import type { Role } from '../role.js';
import { COUNTY, OFFICES, READERS, TOWNSHIP_UP, VILLAGE_UP } from '../role-groups.js';
import type { FieldTable } from './field-table.js';

/** Who reads a case: the register's readers, the household whose it is, and the auditor, names masked. */
const CASE: readonly Role[] = [...READERS, 'RESIDENT', 'AUDITOR'];
/** A department that brings in a comparison is told which case it was, how it stands, and what waits; nothing of the household. */
const CASE_AND_DEPARTMENT: readonly Role[] = [...CASE, 'DEPARTMENT_CLIENT'];
/** Who may act on a case, and so is answered. */
const ACTING: readonly Role[] = [...OFFICES, 'DEPARTMENT_CLIENT'];
const REPORTING: readonly Role[] = [...ACTING, 'RESIDENT'];

/** 档案字段 · Who reads what of cases, their procedures, support and notices. @article 5.1 */
export const CASE_FIELDS: FieldTable = {
  MonitoringCase: [
    [CASE_AND_DEPARTMENT, 'id number status version updatedAt currentSteps availableActions'],
    [
      CASE,
      'household region category channel source risks leads openedOn takenOverOn takeOverEvidence identificationDueOn identificationDaysLate identifiedOn eliminatedOn eliminationMode procedures measures trackingOnly supportContinued eliminationGates nextReviewOn responsiblePersons previousCase configVersion history corrections',
    ],
  ],
  AvailableAction: [
    [CASE_AND_DEPARTMENT, 'action title allowed reasons step section extraForm requiredEvidence returnTo input'],
  ],
  ActionReason: [[CASE_AND_DEPARTMENT, 'code message article']],
  ResponsiblePerson: [[CASE, 'name organization phone from to']],
  CaseRisk: [[CASE, 'id riskType primary identifiedOn resolvedOn']],
  Gate: [[CASE, 'code passed reason article']],
  ProcedureRun: [[CASE, 'kind startedOn dueOn overdue endedOn outcome configVersion steps']],
  ProcedureStep: [
    [CASE_AND_DEPARTMENT, 'definition status startedOn dueOn overdue daysLate completedOn outcome canAct'],
    [CASE, 'actor note evidence notice extra'],
  ],
  Evidence: [[CASE, 'kind title uri sha256']],
  CaseEvent: [[CASE, 'id at occurredOn kind actor summary']],
  NoticeEntry: [
    ['open', 'id purpose householdName'],
    [VILLAGE_UP, 'case'],
    [TOWNSHIP_UP, 'objections'],
  ],
  ResultAnnouncement: [
    ['open', 'id region purpose announcedOn announcedUntil issuedBy place householdName'],
    [VILLAGE_UP, 'case'],
  ],
  SupportMeasure: [
    [
      CASE,
      'id case instrument addresses status timing fundingSource fundingLevel provider budget delivered startsOn endsOn deliveries',
    ],
  ],
  Delivery: [[CASE, 'on amount inKind note evidence']],
  WorkItem: [[OFFICES, 'kind dueOn overdue escalated priority case lead alert title']],
  CasePayload: [[ACTING, 'case userErrors']],
  BatchPayload: [[ACTING, 'cases rowErrors userErrors']],
  LeadPayload: [[REPORTING, 'lead case userErrors']],
  ObjectionPayload: [
    ['open', 'objection userErrors'],
    [TOWNSHIP_UP, 'case'],
  ],
  CorrectionPayload: [[COUNTY, 'household case correction userErrors']],
  Correction: [[CASE, 'id subject fields before after reason evidence consequences actor at']],
  Consequence: [[CASE, 'code message article']],
};
