import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  codeText,
  countyRow,
  distributedTable,
  householdRow,
  recordClosed,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { procedureStep } from '../case/procedure.table.js';

/** 公示 · A notice on a board. @article 3.2 */
export const publicNotice = distributedTable(
  pgTable(
    'public_notice',
    {
      ...countyRow(),
      opensOn: date('opens_on').notNull(),
      closesOn: date('closes_on').notNull(),
      place: text('place'),
      /** The day it was entered: later than `closes_on` for a board whose photograph came in afterwards. */
      enteredOn: date('entered_on').notNull(),
      evidence: jsonb('evidence').notNull(),
      publishedAt: timestamp('published_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'public_notice_pk', columns: [t.countyCode, t.id] }),
      index('public_notice_days_ix').on(t.countyCode, t.opensOn, t.id),
      check('public_notice_days_ck', sql`opens_on <= closes_on`),
      scopePolicy('public_notice', 'public'),
    ],
  ).enableRLS(),
);

/** 公示条目 · One household's line on a notice, of one step. @article 3.2 */
export const noticeEntry = distributedTable(
  pgTable(
    'notice_entry',
    {
      ...householdRow(),
      noticeId: uuid('notice_id').notNull(),
      caseId: uuid('case_id').notNull(),
      stepId: uuid('step_id').notNull(),
      purpose: text('purpose').notNull(),
      ...recordClosed(),
    },
    (t) => [
      primaryKey({ name: 'notice_entry_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'notice_entry_notice_fk',
        columns: [t.countyCode, t.noticeId],
        foreignColumns: [publicNotice.countyCode, publicNotice.id],
      }),
      foreignKey({
        name: 'notice_entry_step_fk',
        columns: [t.countyCode, t.stepId],
        foreignColumns: [procedureStep.countyCode, procedureStep.id],
      }),
      unique('notice_entry_step_uq').on(t.countyCode, t.stepId),
      index('notice_entry_notice_ix').on(t.countyCode, t.noticeId),
      scopePolicy('notice_entry', 'household_id', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 异议 · An objection to one entry of a notice; statement and contact are sealed. @article 3.2 */
export const objection = distributedTable(
  pgTable(
    'objection',
    {
      ...countyRow(),
      caseId: uuid('case_id').notNull(),
      entryId: uuid('entry_id').notNull(),
      filedOn: date('filed_on').notNull(),
      statementSealed: text('statement_sealed').notNull(),
      contactSealed: text('contact_sealed'),
      status: text('status').notNull(),
      resolvedOn: date('resolved_on'),
      resolutionSealed: text('resolution_sealed'),
      receiptDigest: codeText('receipt_digest').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'objection_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'objection_entry_fk',
        columns: [t.countyCode, t.entryId],
        foreignColumns: [noticeEntry.countyCode, noticeEntry.id],
      }),
      index('objection_entry_ix').on(t.countyCode, t.entryId),
      scopePolicy('objection', 'officers-only'),
    ],
  ).enableRLS(),
);
