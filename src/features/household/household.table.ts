import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { RecordSource } from '../../domain/household/record-source.js';
import {
  codeText,
  countyRow,
  directoryTable,
  distributedTable,
  scopePolicy,
} from '../../platform/database/table-kind.js';

/** 农户 · A household as it stands now; derived columns are kept by the service in the change's own transaction. @article 2.1 */
export const household = distributedTable(
  pgTable(
    'household',
    {
      ...countyRow(),
      number: codeText('number').notNull(),
      addressSealed: text('address_sealed'),
      formerStatus: text('former_status').notNull(),
      resettled: boolean('resettled').notNull(),
      /** Where it comes from (R30); null where that was not said. */
      source: text('source').$type<RecordSource>(),
      /** Derived from the present members. */
      size: integer('size').notNull(),
      labourCount: integer('labour_count').notNull(),
      specialGroups: text('special_groups').array().notNull(),
      /** Derived from the newest income record, fen a head; null before the first. */
      perCapitaFen: bigint('per_capita_fen', { mode: 'number' }),
      perCapitaAfterRigidFen: bigint('per_capita_after_rigid_fen', { mode: 'number' }),
      /** Derived from the newest check; null before the first. */
      guaranteesSecure: boolean('guarantees_secure'),
      version: integer('version').notNull(),
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
      /** Day from which the record is closed: lists and searches find it no more; null while it is open. */
      closedOn: date('closed_on'),
      closingReason: text('closing_reason'),
      closingNoteSealed: text('closing_note_sealed'),
      /** Day from which the personal data of a closed record is to be erased; null where no rule sets one. */
      keptUntil: date('kept_until'),
      /** Day on which it was erased. */
      erasedOn: date('erased_on'),
      /** Synthetic rows of the demonstration register. */
      synthetic: boolean('synthetic').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
      updatedAt: timestamp('updated_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'household_pk', columns: [t.countyCode, t.id] }),
      unique('household_number_uq').on(t.countyCode, t.number),
      index('household_region_ix').on(t.countyCode, t.regionCode),
      index('household_income_ix').on(t.countyCode, t.perCapitaFen, t.id),
      index('household_updated_ix').on(t.countyCode, t.updatedAt, t.id),
      index('household_closed_ix')
        .on(t.countyCode, t.keptUntil, t.id)
        .where(sql`closed_on IS NOT NULL AND erased_on IS NULL`),
      check(
        'household_closed_ck',
        sql`(closed_on IS NULL) = (closing_reason IS NULL) AND (erased_on IS NULL OR closed_on IS NOT NULL)`,
      ),
      check('household_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check('household_size_ck', sql`size >= 0 AND labour_count BETWEEN 0 AND size`),
      scopePolicy('household', 'id', 'closed_on'),
    ],
  ).enableRLS(),
);

/** 户编号目录 · A household's number is unique in the nation. @article 5.4 */
export const householdNumber = directoryTable(
  pgTable('household_number', {
    number: codeText('number').primaryKey(),
    countyCode: codeText('county_code').notNull(),
    householdId: uuid('household_id').notNull(),
  }),
);
