import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { codeText, localTable } from '../../platform/database/table-kind.js';

/** 统计发布 · One publication of the register's figures: complete, and then never changed. @article 5.3 */
export const publication = localTable(
  pgTable('publication', {
    id: uuid('id').primaryKey(),
    /** The day that it tells of. */
    day: date('day').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true, mode: 'string', precision: 3 }).notNull(),
    /** Null while it is being filled: nobody reads it until then. */
    completedAt: timestamp('completed_at', { withTimezone: true, mode: 'string', precision: 3 }),
    /** Until when its publisher has it to itself, moved on with each county. */
    leaseUntil: timestamp('lease_until', { withTimezone: true, mode: 'string', precision: 3 }),
    /** What it is shown under. */
    parameters: jsonb('parameters').notNull(),
    /** Tells by which key it is perturbed, and nothing of the key; null of publications from before it was kept. */
    keyCheck: text('key_check'),
    /** What later rooms kept with it, each by its name; null of publications from before that was noted. */
    parts: text('parts').array(),
  }),
);

/**
 * 标准统计数据 · A row of a standard table as it is shown: perturbed, rounded, and without what is withheld. It holds what an analyst is
 * answered, and is read by whoever may be shown that, through the views of the schema `bi`.
 *
 * @article 5.3
 */
export const standardFigure = localTable(
  pgTable(
    'standard_figure',
    {
      publicationId: uuid('publication_id').notNull(),
      /** The standard table. */
      name: text('name').notNull(),
      level: text('level').notNull(),
      regionCode: codeText('region_code').notNull(),
      position: integer('position').notNull(),
      /** By the names of the dimensions. */
      dimensions: jsonb('dimensions').notNull(),
      /** By the names of the measures; money in fen. */
      figures: jsonb('figures').notNull(),
    },
    (t) => [
      primaryKey({
        name: 'standard_figure_pk',
        columns: [t.publicationId, t.name, t.level, t.regionCode, t.position],
      }),
    ],
  ),
);
