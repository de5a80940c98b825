import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  codeText,
  directoryTable,
  distributedTable,
  householdRow,
  recordClosed,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

/** 监测对象(档案) · One episode of a household, from opening to elimination. @article 3.2 */
export const monitoringCase = distributedTable(
  pgTable(
    'monitoring_case',
    {
      ...householdRow(),
      number: codeText('number').notNull(),
      category: text('category'),
      status: text('status').notNull(),
      channel: text('channel').notNull(),
      /** Where it was identified: here, or in the national system (R30). */
      source: text('source').notNull().default('REGISTER'),
      emergency: boolean('emergency').notNull(),
      openedOn: date('opened_on').notNull(),
      /** Last day in time for the county's decision, counted from the day the household was found; null for no limit, or where it cannot be told. */
      identificationDueOn: date('identification_due_on'),
      identifiedOn: date('identified_on'),
      eliminatedOn: date('eliminated_on'),
      eliminationMode: text('elimination_mode'),
      eliminationReasonSealed: text('elimination_reason_sealed'),
      trackingOnly: boolean('tracking_only').notNull(),
      supportContinued: boolean('support_continued').notNull(),
      nextReviewOn: date('next_review_on'),
      previousCaseId: uuid('previous_case_id'),
      withdrawalReason: text('withdrawal_reason'),
      withdrawalNoteSealed: text('withdrawal_note_sealed'),
      reviewReasonSealed: text('review_reason_sealed'),
      /** Day on which the county took it over from the national system, and what proves it (R30); null where it was identified here. */
      takenOverOn: date('taken_over_on'),
      takeOverEvidence: jsonb('take_over_evidence'),
      /** Last day on which the household withdrew its authorization of look-ups (R09); one that it gave later stands. */
      authorizationWithdrawnOn: date('authorization_withdrawn_on'),
      authorizationWithdrawalSealed: text('authorization_withdrawal_sealed'),
      /** Earliest day by which a current step is due; null where none waits. */
      dueOn: date('due_on'),
      /** Lower is more urgent (R03). */
      priority: integer('priority').notNull(),
      /** First day that support was delivered (R14). */
      supportedOn: date('supported_on'),
      configVersion: text('config_version').notNull(),
      ...recordClosed(),
      version: integer('version').notNull(),
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'monitoring_case_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'monitoring_case_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      unique('monitoring_case_number_uq').on(t.countyCode, t.number),
      uniqueIndex('monitoring_case_one_open_uq')
        .on(t.countyCode, t.householdId)
        .where(sql`status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')`),
      index('monitoring_case_household_ix').on(t.countyCode, t.householdId, t.openedOn),
      index('monitoring_case_status_ix').on(t.countyCode, t.status, t.category, t.number),
      index('monitoring_case_identification_ix')
        .on(t.countyCode, t.identificationDueOn)
        .where(sql`status = 'UNDER_IDENTIFICATION'`),
      index('monitoring_case_due_ix').on(t.countyCode, t.dueOn, t.id),
      check('monitoring_case_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check(
        'monitoring_case_identified_ck',
        sql`status NOT IN ('MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED') OR identified_on IS NOT NULL`,
      ),
      check('monitoring_case_eliminated_ck', sql`(status = 'RISK_ELIMINATED') = (eliminated_on IS NOT NULL)`),
      scopePolicy('monitoring_case', 'household_id', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 全国系统编号目录 · The number of a case in the national system is taken over once in the nation. @article 5.4 */
export const nationalCaseNumber = directoryTable(
  pgTable('national_case_number', {
    number: codeText('number').primaryKey(),
    countyCode: codeText('county_code').notNull(),
    caseId: uuid('case_id').notNull(),
  }),
);

/** 返贫致贫风险 · One risk of a case. @article 4.2 */
export const caseRisk = distributedTable(
  pgTable(
    'case_risk',
    {
      ...householdRow(),
      caseId: uuid('case_id').notNull(),
      riskType: text('risk_type').notNull(),
      primary: boolean('is_primary').notNull(),
      identifiedOn: date('identified_on').notNull(),
      resolvedOn: date('resolved_on'),
      noteSealed: text('note_sealed'),
      resolutionNoteSealed: text('resolution_note_sealed'),
    },
    (t) => [
      primaryKey({ name: 'case_risk_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'case_risk_case_fk',
        columns: [t.countyCode, t.caseId],
        foreignColumns: [monitoringCase.countyCode, monitoringCase.id],
      }),
      // Figures tell resolved risks, too.
      index('case_risk_case_ix').on(t.countyCode, t.caseId),
      uniqueIndex('case_risk_open_uq').on(t.countyCode, t.caseId, t.riskType).where(sql`resolved_on IS NULL`),
      scopePolicy('case_risk', 'household_id'),
    ],
  ).enableRLS(),
);

/** 帮扶责任人 · Who looks after the household, from when to when. @article 5.1 */
export const responsiblePerson = distributedTable(
  pgTable(
    'responsible_person',
    {
      ...householdRow(),
      caseId: uuid('case_id').notNull(),
      nameSealed: text('name_sealed').notNull(),
      organization: text('organization').notNull(),
      phoneSealed: text('phone_sealed'),
      servesFrom: date('serves_from').notNull(),
      servesTo: date('serves_to'),
    },
    (t) => [
      primaryKey({ name: 'responsible_person_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'responsible_person_case_fk',
        columns: [t.countyCode, t.caseId],
        foreignColumns: [monitoringCase.countyCode, monitoringCase.id],
      }),
      index('responsible_person_case_ix').on(t.countyCode, t.caseId),
      scopePolicy('responsible_person', 'household_id'),
    ],
  ).enableRLS(),
);
