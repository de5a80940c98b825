import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { distributedTable, householdRow, scopePolicy } from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

/** 走访 · One visit to a household, with or without a campaign; who went and who spoke for the household are sealed. @article 3.1 */
export const visit = distributedTable(
  pgTable(
    'visit',
    {
      ...householdRow(),
      visitedOn: date('visited_on').notNull(),
      mode: text('mode').notNull(),
      /** How to declare, and what support there is, was explained (R25). */
      policyExplained: boolean('policy_explained').notNull(),
      /** Names, as a list in JSON. */
      visitorsSealed: text('visitors_sealed').notNull(),
      proxySealed: text('proxy_sealed'),
      /** The campaign that was named; the visit counts for every other that runs too. */
      campaignId: uuid('campaign_id'),
      /** The lead that its concern became; its statement holds the words. */
      leadId: uuid('lead_id'),
      /** Whether that lead was opened, and did not join one that was there. */
      leadOpened: boolean('lead_opened').notNull(),
      recordedBy: text('recorded_by').notNull(),
      recordedAt: timestamp('recorded_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'visit_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'visit_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      index('visit_household_ix').on(t.countyCode, t.householdId, t.visitedOn),
      index('visit_day_ix').on(t.countyCode, t.visitedOn, t.householdId),
      check('visit_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('visit', 'household_id'),
    ],
  ).enableRLS(),
);
