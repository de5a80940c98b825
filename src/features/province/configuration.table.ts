import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { codeText, referenceTable } from '../../platform/database/table-kind.js';

/** 配置登记 · Every configuration that was ever loaded, by content hash, so that old runs stay readable. @article 2.2 */
export const provinceConfiguration = referenceTable(
  pgTable('province_configuration', {
    configVersion: codeText('config_version').primaryKey(),
    provinceCode: codeText('province_code').notNull(),
    content: jsonb('content').notNull(),
    firstUsedAt: timestamp('first_used_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    name: text('name').notNull(),
  }),
);
