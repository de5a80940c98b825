import { index, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText, directoryTable } from '../../platform/database/table-kind.js';

/** 幂等键 · A caller's key, the digest of the input it came with and the ids of the first success, kept for 24 hours. */
export const idempotencyKey = directoryTable(
  pgTable(
    'idempotency_key',
    {
      /** Digest of caller, operation and key. */
      keyDigest: codeText('key_digest').primaryKey(),
      countyCode: codeText('county_code').notNull(),
      inputDigest: text('input_digest').notNull(),
      /** Ids only, never content. */
      result: jsonb('result').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [index('idempotency_key_created_ix').on(t.createdAt)],
  ),
);
