import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
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
  directoryTable,
  distributedTable,
  recordClosed,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';
import { lead } from '../lead/lead.table.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/**
 * 部门筛查预警 · What a department told of a household. Matched, it stands in the household's county and region; unmatched, under
 * the sender's county. The identity number is kept as a keyed digest; payload and notes are sealed.
 *
 * @article 3.1
 */
export const departmentAlert = distributedTable(
  pgTable(
    'department_alert',
    {
      ...countyRow(),
      householdId: uuid('household_id'),
      department: text('department').notNull(),
      /** Region of the grant by which it was sent: with the department, whose reference it is. */
      senderRegion: codeText('sender_region').notNull(),
      reference: text('reference').notNull(),
      kind: text('kind').notNull(),
      grade: text('grade').notNull(),
      status: text('status').notNull(),
      raisedOn: date('raised_on').notNull(),
      receivedAt: instant('received_at').notNull(),
      /** The product's day of `received_at`. */
      receivedOn: date('received_on').notNull(),
      /** Fen, over the kind's period; null where the kind asks for none. */
      amount: bigint('amount', { mode: 'number' }),
      payloadSealed: text('payload_sealed'),
      idDigest: codeText('id_digest'),
      householdNumber: text('household_number'),
      /** Day of matching; with it begins the deadline. */
      dispatchedOn: date('dispatched_on'),
      verifyBy: date('verify_by'),
      settledOn: date('settled_on'),
      outcomeNoteSealed: text('outcome_note_sealed'),
      /** The lead that it became when it was matched. */
      leadId: uuid('lead_id'),
      /** Head of the alert's own chain; 0 where its events stand in its household's chain. */
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
      /** County under which its public id was given, where it has moved to another since. */
      publicCounty: codeText('public_county'),
      updatedAt: instant('updated_at').notNull(),
      ...recordClosed(),
    },
    (t) => [
      primaryKey({ name: 'department_alert_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'department_alert_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      foreignKey({
        name: 'department_alert_lead_fk',
        columns: [t.countyCode, t.leadId],
        foreignColumns: [lead.countyCode, lead.id],
      }),
      index('department_alert_raised_ix').on(t.countyCode, t.raisedOn, t.id),
      index('department_alert_due_ix').on(t.countyCode, t.status, t.verifyBy, t.id),
      index('department_alert_household_ix').on(t.countyCode, t.householdId),
      index('department_alert_waiting_ix').on(t.countyCode, t.id).where(sql`status = 'UNMATCHED'`),
      index('department_alert_lead_ix').on(t.countyCode, t.leadId),
      check('department_alert_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check(
        'department_alert_match_ck',
        sql`status <> 'DISPATCHED' OR (household_id IS NOT NULL AND lead_id IS NOT NULL AND verify_by IS NOT NULL)`,
      ),
      scopePolicy('department_alert', 'officers-only', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 预警编号目录 · The sender's own number of an alert, unique by sender region and department; sent twice, it counts once. @article 3.1 */
export const alertReference = directoryTable(
  pgTable('alert_reference', {
    /** `sender region/department/reference`. */
    referenceKey: codeText('reference_key').primaryKey(),
    countyCode: codeText('county_code').notNull(),
    alertId: uuid('alert_id').notNull(),
  }),
);

/** 预警所在目录 · Where an alert is that was moved out of the county of its public id. @article 3.1 */
export const alertPlace = directoryTable(
  pgTable(
    'alert_place',
    {
      alertId: uuid('alert_id').primaryKey(),
      countyCode: codeText('county_code').notNull(),
      /** Whose alert it is, who may read what came of it wherever it went. */
      senderRegion: codeText('sender_region').notNull(),
      department: text('department').notNull(),
    },
    (t) => [index('alert_place_sender_ix').on(t.senderRegion, t.department)],
  ),
);

/** 部门数据联通 · That a department delivers for a region: since when, in real time or in batches, and when last. @article 5.2 */
export const departmentLink = distributedTable(
  pgTable(
    'department_link',
    {
      ...countyRow(),
      department: text('department').notNull(),
      realTime: boolean('real_time').notNull(),
      since: date('since').notNull(),
      lastReceivedAt: instant('last_received_at'),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'department_link_pk', columns: [t.countyCode, t.id] }),
      unique('department_link_one_uq').on(t.countyCode, t.regionCode, t.department),
      scopePolicy('department_link', 'officers-only'),
    ],
  ).enableRLS(),
);
