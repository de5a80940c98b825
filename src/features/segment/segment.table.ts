import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { codeText, referenceTable } from '../../platform/database/table-kind.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/**
 * 命名分组 · A filter of figures with a name and a definition. Small, rarely written and read by every region below the one that
 * keeps it, so that it stands on every node; it holds nothing of a household.
 *
 * @article 5.2
 */
export const segment = referenceTable(
  pgTable(
    'segment',
    {
      /** First six digits of the region: the county, or the region above it. */
      countyCode: codeText('county_code').notNull(),
      id: uuid('id').notNull(),
      regionCode: codeText('region_code').notNull(),
      /** Digits that every region in its region begins with; empty for the nation. */
      prefix: codeText('prefix').notNull(),
      key: codeText('key').notNull(),
      subject: text('subject').notNull(),
      name: codeText('name').notNull(),
      nameEn: text('name_en'),
      definition: text('definition').notNull(),
      definitionEn: text('definition_en'),
      /** Roles that may use it. */
      roles: text('roles').array().notNull(),
      /** As it is written in a query, normalized. */
      filter: jsonb('filter').notNull(),
      version: integer('version').notNull(),
      /** Subject of a token, and by which role. */
      madeBy: text('made_by').notNull(),
      madeAs: text('made_as').notNull(),
      retiredOn: date('retired_on'),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'segment_pk', columns: [t.countyCode, t.id] }),
      unique('segment_key_uq').on(t.countyCode, t.regionCode, t.key),
      index('segment_name_ix').on(t.name, t.id),
      check('segment_county_ck', sql`county_code = substr(region_code, 1, 6)`),
    ],
  ),
);
