import { date, foreignKey, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { RecordSource } from '../../domain/household/record-source.js';
import { distributedTable, householdRow, scopePolicy } from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

/** 两不愁三保障及饮水安全核查 · One check of the six guarantees on a day. @article 2.1 */
export const guaranteeCheck = distributedTable(
  pgTable(
    'guarantee_check',
    {
      ...householdRow(),
      checkedOn: date('checked_on').notNull(),
      food: text('food').notNull(),
      clothing: text('clothing').notNull(),
      compulsoryEducation: text('compulsory_education').notNull(),
      basicMedicalCare: text('basic_medical_care').notNull(),
      safeHousing: text('safe_housing').notNull(),
      drinkingWater: text('drinking_water').notNull(),
      noteSealed: text('note_sealed'),
      /** Where it comes from (R30); null where that was not said. */
      source: text('source').$type<RecordSource>(),
      recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'guarantee_check_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'guarantee_check_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      index('guarantee_check_day_ix').on(t.countyCode, t.householdId, t.checkedOn),
      scopePolicy('guarantee_check', 'household_id'),
    ],
  ).enableRLS(),
);
