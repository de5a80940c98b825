import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  codeText,
  countyRow,
  directoryTable,
  distributedTable,
  householdRow,
  recordClosed,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { household } from './household.table.js';

/** 家庭成员 · Name, identity number and phone are sealed; coded facts stay queryable behind the grants. @article 2.1 */
export const member = distributedTable(
  pgTable(
    'member',
    {
      ...householdRow(),
      /** Order of entry, from 0. */
      position: integer('position').notNull(),
      nameSealed: text('name_sealed').notNull(),
      idNumberSealed: text('id_number_sealed'),
      phoneSealed: text('phone_sealed'),
      sex: text('sex').notNull(),
      birthDate: date('birth_date'),
      relationship: text('relationship').notNull(),
      ethnicity: text('ethnicity'),
      education: text('education'),
      schooling: text('schooling'),
      health: text('health').array().notNull(),
      disabilityGrade: integer('disability_grade'),
      selfCare: text('self_care').notNull(),
      labour: text('labour').notNull(),
      employment: text('employment'),
      medicalInsurance: boolean('medical_insurance').notNull(),
      pensionInsurance: boolean('pension_insurance').notNull(),
      safetyNet: text('safety_net').notNull(),
      removedOn: date('removed_on'),
      removalReasonSealed: text('removal_reason_sealed'),
      ...recordClosed(),
    },
    (t) => [
      primaryKey({ name: 'member_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'member_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      index('member_household_ix').on(t.countyCode, t.householdId, t.position),
      uniqueIndex('member_one_head_uq')
        .on(t.countyCode, t.householdId)
        .where(sql`relationship = 'HEAD' AND removed_on IS NULL`),
      check('member_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check('member_disability_ck', sql`disability_grade BETWEEN 1 AND 4`),
      scopePolicy('member', 'household_id', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 身份证目录 · Keyed digest of an identity number, unique in the nation. */
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
