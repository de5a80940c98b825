import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { codeText, referenceTable } from '../../platform/database/table-kind.js';

/**
 * 集中排查 · A campaign that visits every household of a region. Small, rarely written and read beside the visits of every county
 * below, so that it stands on every node; it holds nothing of a household.
 *
 * @article 3.1
 */
export const inspectionCampaign = referenceTable(
  pgTable(
    'inspection_campaign',
    {
      /** First six digits of the region: the county, or the region above it. */
      countyCode: codeText('county_code').notNull(),
      id: uuid('id').notNull(),
      regionCode: codeText('region_code').notNull(),
      /** Digits that every region of the campaign begins with; empty for the nation. */
      prefix: codeText('prefix').notNull(),
      year: integer('year').notNull(),
      startsOn: date('starts_on').notNull(),
      endsOn: date('ends_on').notNull(),
      /** The campaign of a region above that this one carries out (R28). */
      carriesOutId: uuid('carries_out_id'),
      createdBy: text('created_by').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'inspection_campaign_pk', columns: [t.countyCode, t.id] }),
      unique('inspection_campaign_days_uq').on(t.countyCode, t.regionCode, t.startsOn, t.endsOn),
      index('inspection_campaign_year_ix').on(t.year, t.prefix),
      check('inspection_campaign_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check('inspection_campaign_days_ck', sql`starts_on <= ends_on`),
    ],
  ),
);
