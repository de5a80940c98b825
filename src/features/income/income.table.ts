import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
import type { RecordSource } from '../../domain/household/record-source.js';
import { distributedTable, householdRow, scopePolicy } from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

const fen = (name: string) => bigint(name, { mode: 'number' }).notNull();

/** 收入记录 · One window, fen, whole household; the same window is recorded once. @article 2.1 */
export const incomeRecord = distributedTable(
  pgTable(
    'income_record',
    {
      ...householdRow(),
      windowFrom: date('window_from').notNull(),
      windowTo: date('window_to').notNull(),
      heads: integer('heads').notNull(),
      wages: fen('wages'),
      business: fen('business'),
      property: fen('property'),
      transfers: fen('transfers'),
      businessExpenses: fen('business_expenses'),
      claimsPaid: fen('claims_paid'),
      compliantMedicalCost: fen('compliant_medical_cost'),
      medical: fen('medical'),
      education: fen('education'),
      disaster: fen('disaster'),
      accident: fen('accident'),
      housing: fen('housing'),
      other: fen('other'),
      /** Where it comes from (R30); null where that was not said. */
      source: text('source').$type<RecordSource>(),
      recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'income_record_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'income_record_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      unique('income_record_window_uq').on(t.countyCode, t.householdId, t.windowTo, t.windowFrom),
      check('income_record_window_ck', sql`window_from <= window_to AND heads > 0`),
      scopePolicy('income_record', 'household_id'),
    ],
  ).enableRLS(),
);
