import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  codeText,
  countyRow,
  directoryTable,
  distributedTable,
  recordClosed,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

/** 线索 · A first report that a household may be at risk; statement and contact are sealed. @article 3.1 */
export const lead = distributedTable(
  pgTable(
    'lead',
    {
      ...countyRow(),
      householdId: uuid('household_id'),
      channel: text('channel').notNull(),
      reportedOn: date('reported_on').notNull(),
      statementSealed: text('statement_sealed').notNull(),
      contactNameSealed: text('contact_name_sealed'),
      contactPhoneSealed: text('contact_phone_sealed'),
      meansSealed: text('means_sealed'),
      status: text('status').notNull(),
      dueOn: date('due_on').notNull(),
      verifiedOn: date('verified_on'),
      outcomeNoteSealed: text('outcome_note_sealed'),
      /** The lead that this one joined. */
      joinedLeadId: uuid('joined_lead_id'),
      caseId: uuid('case_id'),
      /** Head of the lead's own chain; 0 where its events stand in its household's chain. */
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
      receiptDigest: codeText('receipt_digest').notNull(),
      ...recordClosed(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'lead_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'lead_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      uniqueIndex('lead_one_open_uq').on(t.countyCode, t.householdId).where(sql`status = 'OPEN'`),
      index('lead_household_ix').on(t.countyCode, t.householdId),
      index('lead_case_ix').on(t.countyCode, t.caseId),
      index('lead_due_ix').on(t.countyCode, t.status, t.dueOn, t.id),
      index('lead_reported_ix').on(t.countyCode, t.reportedOn, t.id),
      check('lead_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('lead', 'household_id', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 回执目录 · Digest of a receipt; whoever holds the receipt reads the progress. */
export const receipt = directoryTable(
  pgTable('receipt', {
    receiptDigest: codeText('receipt_digest').primaryKey(),
    countyCode: codeText('county_code').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
  }),
);
