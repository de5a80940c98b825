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
} from 'drizzle-orm/pg-core';
import { distributedTable, householdRow, recordClosed, scopePolicy } from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

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
