import {
  bigint,
  boolean,
  check,
  date,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { codeText, countyRow, distributedTable, localTable, scopePolicy } from '../../platform/database/table-kind.js';

/** The sums of a tally: fen are of the incomes a head that are known. */
const sums = () => ({
  units: bigint('units', { mode: 'number' }).notNull(),
  persons: bigint('persons', { mode: 'number' }).notNull(),
  labourers: bigint('labourers', { mode: 'number' }).notNull(),
  knownIncomes: bigint('known_incomes', { mode: 'number' }).notNull(),
  incomeFen: bigint('income_fen', { mode: 'number' }).notNull(),
});

/**
 * 县级汇总 · Figures of a county by the values of a rollup's dimensions, in its order; the values that the units had when their
 * changes were folded in.
 *
 * @article 5.2
 */
export const tally = distributedTable(
  pgTable(
    'tally',
    {
      countyCode: codeText('county_code').notNull(),
      /** The county itself, by which a reach is told. */
      regionCode: codeText('region_code').notNull(),
      rollup: codeText('rollup').notNull(),
      keys: text('keys').array().notNull(),
      ...sums(),
    },
    (t) => [
      primaryKey({ name: 'tally_pk', columns: [t.countyCode, t.rollup, t.keys] }),
      check('tally_county_ck', sql`county_code = region_code`),
      scopePolicy('tally', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 省级汇总 · The same of a province: the sum of its counties. @article 5.2 */
export const provinceTally = localTable(
  pgTable(
    'province_tally',
    {
      /** Six digits, as `430000`. */
      provinceCode: codeText('province_code').notNull(),
      rollup: codeText('rollup').notNull(),
      keys: text('keys').array().notNull(),
      ...sums(),
    },
    (t) => [primaryKey({ name: 'province_tally_pk', columns: [t.provinceCode, t.rollup, t.keys] })],
  ),
);

/**
 * 汇总变动 · What a change took out of the figures of its county and what it put in, written in its own transaction, and folded into
 * the tallies a little later; until then it is counted beside them. A row tells of one unit, without its id.
 *
 * @article 5.2
 */
export const tallyChange = distributedTable(
  pgTable(
    'tally_change',
    {
      ...countyRow(),
      /** HOUSEHOLDS, CASES or MEASURES. */
      subject: codeText('subject').notNull(),
      /** 1 puts the unit in, -1 takes it out. */
      weight: smallint('weight').notNull(),
      formerStatus: text('former_status'),
      resettled: boolean('resettled'),
      monitored: boolean('monitored'),
      category: text('category'),
      /** Of a household's measures of a family and a timing: how many stand where, in the order of the statuses. */
      status: text('status'),
      family: text('family'),
      timing: text('timing'),
      trackingOnly: boolean('tracking_only'),
      openedOn: date('opened_on'),
      identifiedOn: date('identified_on'),
      eliminatedOn: date('eliminated_on'),
      size: integer('size').notNull(),
      labourCount: integer('labour_count').notNull(),
      perCapitaFen: bigint('per_capita_fen', { mode: 'number' }),
    },
    (t) => [
      primaryKey({ name: 'tally_change_pk', columns: [t.countyCode, t.id] }),
      check('tally_change_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      check('tally_change_weight_ck', sql`weight IN (-1, 1)`),
      scopePolicy('tally_change', 'public'),
    ],
  ).enableRLS(),
);

/** 汇总起点 · The last county whose register was counted as a whole when tallies began to be kept; a single row. @article none — technical */
export const tallyStart = localTable(
  pgTable(
    'tally_start',
    {
      id: integer('id').primaryKey(),
      /** Counties are counted in the order of their codes; null before the first. */
      countedThrough: codeText('counted_through'),
      /** Null until every county was counted. */
      completedAt: timestamp('completed_at', { withTimezone: true, mode: 'string', precision: 3 }),
    },
    () => [check('tally_start_one_ck', sql`id = 1`)],
  ),
);
