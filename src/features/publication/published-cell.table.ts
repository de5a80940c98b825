import { sql } from 'drizzle-orm';
import { bigint, check, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { codeText, countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

/**
 * 常备单元 · A cell of a province by the attributes that are kept, with the keys of its units: exact, and shown as every cell is. It stands at
 * the code of the province, in the place of a county's.
 *
 * @article 5.3
 */
export const publishedCell = distributedTable(
  pgTable(
    'published_cell',
    {
      countyCode: codeText('county_code').notNull(),
      regionCode: codeText('region_code').notNull(),
      publicationId: uuid('publication_id').notNull(),
      /** Which table of cells. */
      name: text('name').notNull(),
      position: integer('position').notNull(),
      /** In the order of the attributes that are kept. */
      values: jsonb('values').notNull(),
      units: bigint('units', { mode: 'number' }).notNull(),
      unitKey: bigint('unit_key', { mode: 'number' }).notNull(),
      /** Households of the units, where several may be of one; null where each unit is its own. */
      owners: bigint('owners', { mode: 'number' }),
      ownerKey: bigint('owner_key', { mode: 'number' }),
      /** By the names of the measures: how many units count, their key, and of amounts their sum and the greatest of them. */
      measured: jsonb('measured').notNull(),
    },
    (t) => [
      primaryKey({ name: 'published_cell_pk', columns: [t.countyCode, t.publicationId, t.name, t.position] }),
      check('published_cell_county_ck', sql`county_code = region_code`),
      scopePolicy('published_cell', 'officers-only'),
    ],
  ).enableRLS(),
);

/**
 * 发布的评分 · What a figure of scorecards counts in a township and a period, and what of it meets the figure, with the keys of both:
 * cells, exact. Analysts are shown nothing of them but what is perturbed as every other figure is.
 *
 * @article 5.3
 */
export const publishedScore = distributedTable(
  pgTable(
    'published_score',
    {
      ...countyRow(),
      publicationId: uuid('publication_id').notNull(),
      figure: text('figure').notNull(),
      /** Both days inclusive. */
      periodFrom: date('period_from').notNull(),
      periodTo: date('period_to').notNull(),
      units: integer('units').notNull(),
      unitKey: bigint('unit_key', { mode: 'number' }).notNull(),
      met: integer('met').notNull(),
      metKey: bigint('met_key', { mode: 'number' }).notNull(),
      /** Households of both, where several units may be of one; null where each unit is its own. */
      owners: integer('owners'),
      ownerKey: bigint('owner_key', { mode: 'number' }),
      metOwners: integer('met_owners'),
      metOwnerKey: bigint('met_owner_key', { mode: 'number' }),
    },
    (t) => [
      primaryKey({ name: 'published_score_pk', columns: [t.countyCode, t.id] }),
      index('published_score_publication_ix').on(t.countyCode, t.publicationId, t.periodFrom, t.periodTo),
      check('published_score_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_score', 'officers-only'),
    ],
  ).enableRLS(),
);
