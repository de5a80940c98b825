import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

/** 审计链头 · Heads of the chains whose subject has no row of its own: refusals of a county's callers, a province's configuration. @article 5.3 */
export const auditChain = distributedTable(
  pgTable(
    'audit_chain',
    {
      ...countyRow(),
      subjectType: text('subject_type').notNull(),
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
    },
    (t) => [
      primaryKey({ name: 'audit_chain_pk', columns: [t.countyCode, t.id] }),
      scopePolicy('audit_chain', 'officers-only'),
    ],
  ).enableRLS(),
);
