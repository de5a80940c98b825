import { date, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

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
      scopePolicy('audit_event', 'household_id'),
    ],
  ).enableRLS(),
);
