import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText, localTable } from '../database/table-kind.js';

/**
 * 令牌吊销 · Tokens that are taken back before they end: one by its `jti`, or all that a subject was given before an instant.
 * Rows are added and never changed; the application's role reads them only.
 */
export const tokenDenial = localTable(
  pgTable(
    'token_denial',
    {
      kind: codeText('kind').notNull(),
      /** The token's `jti`, or the subject. */
      value: text('value').notNull(),
      deniedAt: timestamp('denied_at', { withTimezone: true, mode: 'string' }).notNull(),
      /** Of a subject: tokens issued before this are refused; the same as `denied_at` for one token. */
      issuedBefore: timestamp('issued_before', { withTimezone: true, mode: 'string' }).notNull(),
      /** From here on every token that it could concern has ended. */
      mattersUntil: timestamp('matters_until', { withTimezone: true, mode: 'string' }).notNull(),
      /** Who took it back, as the operator said or as the machine knows. */
      deniedBy: text('denied_by').notNull(),
      reason: text('reason').notNull(),
    },
    (t) => [
      primaryKey({ name: 'token_denial_pk', columns: [t.kind, t.value, t.deniedAt] }),
      index('token_denial_until_ix').on(t.mattersUntil),
      check('token_denial_kind_ck', sql`kind IN ('jti', 'subject')`),
    ],
  ),
);
