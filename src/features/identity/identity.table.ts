import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import {
  codeText,
  countyRow,
  directoryTable,
  distributedTable,
  scopePolicy,
} from '../../platform/database/table-kind.js';

/** 身份登记 · Keyed digest of an identity number, unique in the nation. */
export const nationalId = directoryTable(
  pgTable('national_id', {
    idDigest: codeText('id_digest').primaryKey(),
    countyCode: codeText('county_code').notNull(),
    memberId: uuid('member_id').notNull(),
  }),
);

/** 身份重复 · An identity number entered a second time elsewhere; waits for both counties, and the caller learns nothing. */
export const identityReview = distributedTable(
  pgTable(
    'identity_review',
    {
      ...countyRow(),
      memberId: uuid('member_id').notNull(),
      idDigest: codeText('id_digest').notNull(),
      /** Who held the number first; for those who settle the review, never for the caller. */
      otherCountyCode: codeText('other_county_code').notNull(),
      otherMemberId: uuid('other_member_id').notNull(),
      raisedOn: date('raised_on').notNull(),
      /** Whether the other county has its own row of it. */
      mirrored: boolean('mirrored').notNull().default(false),
      /** Null while it waits. */
      settledOn: date('settled_on'),
      outcome: text('outcome'),
      settlementNoteSealed: text('settlement_note_sealed'),
    },
    (t) => [
      primaryKey({ name: 'identity_review_pk', columns: [t.countyCode, t.id] }),
      index('identity_review_digest_ix').on(t.countyCode, t.idDigest),
      index('identity_review_waiting_ix').on(t.countyCode, t.raisedOn, t.id).where(sql`settled_on IS NULL`),
      index('identity_review_mirror_ix').on(t.countyCode, t.id).where(sql`NOT mirrored`),
      scopePolicy('identity_review', 'officers-only'),
    ],
  ).enableRLS(),
);
