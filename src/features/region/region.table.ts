import { sql } from 'drizzle-orm';
import { check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { codeText, referenceTable } from '../../platform/database/table-kind.js';

/** 行政区划 · Every division from the nation down to the townships, villages where they were asked for. @article 5.1 */
export const region = referenceTable(
  pgTable(
    'region',
    {
      code: codeText('code').primaryKey(),
      name: text('name').notNull(),
      level: text('level').notNull(),
      /** The region directly above; null for the nation only. Checked as a whole by `loadRegionTree`, no foreign key. */
      parentCode: codeText('parent_code'),
      /** Where a merged, moved or renumbered region went. */
      successorCode: codeText('successor_code'),
    },
    (t) => [
      index('region_parent_ix').on(t.parentCode),
      check('region_level_ck', sql`level IN ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')`),
      check('region_code_ck', sql`code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'`),
      check('region_nation_ck', sql`(parent_code IS NULL) = (level = 'NATION')`),
    ],
  ),
);
