import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { distributedTable, householdRow, recordClosed, scopePolicy } from '../../platform/database/table-kind.js';
import { monitoringCase } from '../case/case.table.js';

/** 帮扶措施 · What one case receives. @article 4.1 */
export const supportMeasure = distributedTable(
  pgTable(
    'support_measure',
    {
      ...householdRow(),
      caseId: uuid('case_id').notNull(),
      runId: uuid('run_id'),
      instrument: text('instrument').notNull(),
      family: text('family').notNull(),
      nature: text('nature').notNull(),
      addresses: text('addresses').array().notNull(),
      status: text('status').notNull(),
      timing: text('timing').notNull(),
      fundingSource: text('funding_source').notNull(),
      fundingLevel: text('funding_level'),
      provider: text('provider'),
      budgetFen: bigint('budget_fen', { mode: 'number' }),
      deliveredFen: bigint('delivered_fen', { mode: 'number' }).notNull(),
      startsOn: date('starts_on'),
      endsOn: date('ends_on'),
      firstDeliveredOn: date('first_delivered_on'),
      urgent: boolean('urgent').notNull(),
      /** Day of the plan, or of the urgent help: whose instruments and rules it follows. */
      plannedOn: date('planned_on').notNull(),
      /** Why its plan departs from R15–R17. */
      overrideReasonSealed: text('override_reason_sealed'),
      concludedOn: date('concluded_on'),
      conclusionNoteSealed: text('conclusion_note_sealed'),
      ...recordClosed(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'support_measure_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'support_measure_case_fk',
        columns: [t.countyCode, t.caseId],
        foreignColumns: [monitoringCase.countyCode, monitoringCase.id],
      }),
      index('support_measure_case_ix').on(t.countyCode, t.caseId, t.plannedOn, t.id),
      check('support_measure_budget_ck', sql`delivered_fen <= budget_fen`),
      check('support_measure_money_ck', sql`budget_fen >= 0 AND delivered_fen >= 0`),
      scopePolicy('support_measure', 'household_id', 'record_closed_on'),
    ],
  ).enableRLS(),
);

/** 落实 · One delivery of a measure, in money or in kind. @article 4.1 */
export const delivery = distributedTable(
  pgTable(
    'delivery',
    {
      ...householdRow(),
      measureId: uuid('measure_id').notNull(),
      deliveredOn: date('delivered_on').notNull(),
      amountFen: bigint('amount_fen', { mode: 'number' }),
      inKind: text('in_kind'),
      noteSealed: text('note_sealed'),
      evidence: jsonb('evidence').notNull(),
      recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'delivery_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'delivery_measure_fk',
        columns: [t.countyCode, t.measureId],
        foreignColumns: [supportMeasure.countyCode, supportMeasure.id],
      }),
      index('delivery_measure_ix').on(t.countyCode, t.measureId, t.deliveredOn),
      check('delivery_what_ck', sql`amount_fen IS NOT NULL OR in_kind IS NOT NULL`),
      check('delivery_amount_ck', sql`amount_fen >= 0`),
      scopePolicy('delivery', 'household_id'),
    ],
  ).enableRLS(),
);
