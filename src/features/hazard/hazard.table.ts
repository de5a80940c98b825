import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { codeText, referenceTable } from '../../platform/database/table-kind.js';

/**
 * 规模性返贫风险事件 · A hazard over any set of regions. Small, rarely written and read by every county that it touches, so that
 * it stands on every node; what is told of it is sealed.
 *
 * @article 2.3
 */
export const hazardEvent = referenceTable(
  pgTable(
    'hazard_event',
    {
      /** First six digits of the first region: the county, or the region above it. */
      countyCode: codeText('county_code').notNull(),
      id: uuid('id').notNull(),
      regionCode: codeText('region_code').notNull(),
      regions: text('regions').array().notNull(),
      /** For each region the digits that every region in it begins with. */
      prefixes: text('prefixes').array().notNull(),
      kind: text('kind').notNull(),
      occurredOn: date('occurred_on').notNull(),
      severity: text('severity').notNull(),
      descriptionSealed: text('description_sealed').notNull(),
      reportedBy: text('reported_by').notNull(),
      createdAt: timestamp('created_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'hazard_event_pk', columns: [t.countyCode, t.id] }),
      index('hazard_event_day_ix').on(t.occurredOn, t.id),
      check('hazard_event_county_ck', sql`county_code = substr(region_code, 1, 6)`),
    ],
  ),
);
