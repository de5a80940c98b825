import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { householdShape } from '../household/household-shape.repository.js';
import { leadShape } from '../lead/lead-shape.repository.js';

/** 风险的读取形状 · One risk of a case. */
export const riskShape: ReadShape = {
  table: 'case_risk',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    riskType: { riskTypeCode: '@.risk_type' },
    primary: { primary: '@.is_primary' },
    identifiedOn: { identifiedOn: '@.identified_on' },
    resolvedOn: { resolvedOn: '@.resolved_on' },
  },
  relations: {},
};

const RUN_PIN = {
  runKind: '@.run_kind',
  runStartedOn: '@.run_started_on',
  configVersion: '@.config_version',
  code: '@.code',
};

/** 环节的读取形状 · One attempt at a step; what pins its definition travels with it. */
export const stepShape: ReadShape = {
  table: 'procedure_step',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    definition: RUN_PIN,
    canAct: {
      status: '@.status',
      level: '@.level',
      kind: '@.kind',
      caseId: '@.case_id',
      runId: '@.run_id',
      ...RUN_PIN,
    },
    status: { status: '@.status' },
    startedOn: { startedOn: '@.started_on' },
    dueOn: { dueOn: '@.due_on' },
    overdue: { dueOn: '@.due_on', completedOn: '@.completed_on', status: '@.status' },
    daysLate: { dueOn: '@.due_on', completedOn: '@.completed_on' },
    completedOn: { completedOn: '@.completed_on' },
    outcome: { outcome: '@.outcome' },
    actor: { actor: '@.actor' },
    note: { noteSealed: '@.note_sealed' },
    evidence: { evidence: '@.evidence' },
    extra: { extraSealed: '@.extra_sealed' },
  },
  relations: {},
};

/** 程序办理的读取形状 · One run with its steps. */
export const runShape: ReadShape = {
  table: 'procedure_run',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    kind: { kind: '@.kind' },
    startedOn: { startedOn: '@.started_on' },
    endedOn: { endedOn: '@.ended_on' },
    outcome: { outcome: '@.outcome' },
    dueOn: { dueOn: '@.due_on' },
    overdue: { dueOn: '@.due_on', endedOn: '@.ended_on' },
    configVersion: { configVersion: '@.config_version' },
  },
  relations: {
    steps: { kind: 'many', shape: () => stepShape, on: '@.run_id = ^.id', orderBy: '@.position, @.attempt' },
  },
};

/** 帮扶责任人的读取形状 · Who looks after the household. */
export const responsiblePersonShape: ReadShape = {
  table: 'responsible_person',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    name: { nameSealed: '@.name_sealed' },
    organization: { organization: '@.organization' },
    phone: { phoneSealed: '@.phone_sealed' },
    from: { from: '@.serves_from' },
    to: { to: '@.serves_to' },
  },
  relations: {},
};

/** 审定日 · The day on which an identification was decided of which nothing is left but to announce the result. */
const DECIDED_ON = `CASE WHEN @.status = 'UNDER_IDENTIFICATION' THEN (
  SELECT coalesce(max(s.completed_on) FILTER (WHERE s.kind = 'COUNTY_DECISION' AND s.outcome = 'PASSED'), min(s.run_started_on))
  FROM procedure_step s WHERE #s AND s.county_code = @.county_code AND s.case_id = @.id AND s.run_kind = 'IDENTIFICATION'
  HAVING bool_and(s.status = 'DONE' OR s.kind = 'RESULT_ANNOUNCEMENT') AND bool_or(s.status <> 'DONE')) END`;

/** 监测对象的读取形状 · A case with its household, risks, runs and the steps that wait. */
export const caseShape: ReadShape = {
  table: 'monitoring_case',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code', householdId: '@.household_id' },
  fields: {
    number: { number: '@.number' },
    category: { category: '@.category' },
    status: { status: '@.status' },
    channel: { channel: '@.channel' },
    source: { source: '@.source' },
    openedOn: { openedOn: '@.opened_on' },
    takenOverOn: { takenOverOn: '@.taken_over_on' },
    takeOverEvidence: { takeOverEvidence: "coalesce(@.take_over_evidence, '[]')" },
    identificationDueOn: { identificationDueOn: '@.identification_due_on' },
    identificationDaysLate: {
      identificationDueOn: '@.identification_due_on',
      identifiedOn: '@.identified_on',
      status: '@.status',
      decidedOn: DECIDED_ON,
    },
    identifiedOn: { identifiedOn: '@.identified_on' },
    eliminatedOn: { eliminatedOn: '@.eliminated_on' },
    eliminationMode: { eliminationMode: '@.elimination_mode' },
    trackingOnly: { trackingOnly: '@.tracking_only' },
    supportContinued: { supportContinued: '@.support_continued' },
    nextReviewOn: { nextReviewOn: '@.next_review_on' },
    configVersion: { configVersion: '@.config_version' },
    version: { version: '@.version' },
    updatedAt: { updatedAt: '@.updated_at' },
  },
  relations: {
    household: { kind: 'one', shape: () => householdShape, on: '@.id = ^.household_id' },
    risks: {
      kind: 'many',
      shape: () => riskShape,
      on: '@.case_id = ^.id',
      orderBy: '@.is_primary DESC, @.identified_on, @.id',
    },
    procedures: { kind: 'many', shape: () => runShape, on: '@.case_id = ^.id', orderBy: '@.sequence' },
    currentSteps: {
      kind: 'many',
      shape: () => stepShape,
      on: `@.case_id = ^.id AND @.status = 'CURRENT'`,
      orderBy: '@.due_on NULLS LAST, @.position',
    },
    responsiblePersons: {
      kind: 'many',
      shape: () => responsiblePersonShape,
      on: '@.case_id = ^.id',
      orderBy: '@.serves_from, @.id',
    },
    previousCase: { kind: 'one', shape: () => caseShape, on: '@.id = ^.previous_case_id' },
  },
};

const OPEN = `@.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')`;

extendShape(householdShape, {
  relations: {
    openCase: { kind: 'one', shape: () => caseShape, on: `@.household_id = ^.id AND ${OPEN}` },
    cases: {
      kind: 'many',
      shape: () => caseShape,
      on: '@.household_id = ^.id',
      orderBy: '@.opened_on DESC, @.id DESC',
    },
  },
});

extendShape(leadShape, { relations: { case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' } } });
extendShape(caseShape, {
  relations: {
    leads: { kind: 'many', shape: () => leadShape, on: '@.case_id = ^.id', orderBy: '@.reported_on, @.id' },
  },
});
