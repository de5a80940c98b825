import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { CASE_STATUSES } from '../../domain/case/monitoring-case.js';
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

/** That an event says what became of its case. */
const MOVES_CASE = sql.raw(`change ->> 'status' IN (${CASE_STATUSES.map((status) => `'${status}'`).join(', ')})`);

/** 审计事件 · What was done, by whom, when it happened and when it was entered; one hash chain a subject. @article 5.3 */
export const auditEvent = distributedTable(
  pgTable(
    'audit_event',
    {
      ...countyRow(),
      householdId: uuid('household_id'),
      subjectType: text('subject_type').notNull(),
      subjectId: uuid('subject_id').notNull(),
      sequence: integer('sequence').notNull(),
      at: timestamp('at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
      occurredOn: date('occurred_on').notNull(),
      actor: text('actor').notNull(),
      role: text('role'),
      action: text('action').notNull(),
      change: jsonb('change').notNull(),
      requestId: text('request_id').notNull(),
      hash: text('hash').notNull(),
      previousHash: text('previous_hash'),
      /** What an unmasked read was said to be for, as a list in JSON; no part of what the hash covers, which holds its digests. */
      purposeSealed: text('purpose_sealed'),
    },
    (t) => [
      primaryKey({ name: 'audit_event_pk', columns: [t.countyCode, t.id] }),
      unique('audit_event_chain_uq').on(t.countyCode, t.subjectId, t.sequence),
      index('audit_event_at_ix').on(t.countyCode, t.at),
      // Past days and moves are told from the events that change a case's status: one in five.
      index('audit_event_move_ix').on(t.countyCode, t.subjectId, t.sequence).where(MOVES_CASE),
      // Those of a period, by their day.
      index('audit_event_moved_on_ix').on(t.countyCode, t.occurredOn).where(MOVES_CASE),
      scopePolicy('audit_event', 'household_id'),
    ],
  ).enableRLS(),
);
