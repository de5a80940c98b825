import { bigint, integer, pgTable } from 'drizzle-orm/pg-core';
import { codeText, localTable } from '../database/table-kind.js';

/** 频次计数 · How often somebody did something lately, as rate-limiter-flexible counts it; keys are digests. */
export const rateLimit = localTable(
  pgTable('rate_limit', {
    key: codeText('key').primaryKey(),
    points: integer('points').notNull(),
    /** Milliseconds since 1970, when the count begins anew. */
    expire: bigint('expire', { mode: 'number' }),
  }),
);
