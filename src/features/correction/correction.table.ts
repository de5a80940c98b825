import { foreignKey, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { distributedTable, householdRow, scopePolicy } from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

/** 更正 · One mistake put right: the old and the new values are sealed, and nothing of it is ever changed. @article 5.3 */
export const correction = distributedTable(
  pgTable(
    'correction',
    {
      ...householdRow(),
      caseId: uuid('case_id'),
      /** Household, MonitoringCase or CaseRisk. */
      subjectType: text('subject_type').notNull(),
      subjectId: uuid('subject_id').notNull(),
      fields: text('fields').array().notNull(),
      beforeSealed: text('before_sealed').notNull(),
      afterSealed: text('after_sealed').notNull(),
      reasonSealed: text('reason_sealed').notNull(),
      evidenceSealed: text('evidence_sealed').notNull(),
      /** What followed: code, sentence in both languages, article. */
      consequences: jsonb('consequences').notNull(),
      actor: text('actor').notNull(),
      correctedAt: timestamp('corrected_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'correction_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'correction_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      index('correction_household_ix').on(t.countyCode, t.householdId, t.correctedAt),
      index('correction_case_ix').on(t.countyCode, t.caseId),
      scopePolicy('correction', 'household_id'),
    ],
  ).enableRLS(),
);
