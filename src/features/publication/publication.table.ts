import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { KEY_SPACE } from '../../domain/statistics/disclosure/cell.js';
import { codeText, countyRow, distributedTable, localTable, scopePolicy } from '../../platform/database/table-kind.js';

/**
 * 记录键 · Of a household alone, by the SQL of its id: the same in every publication and of whatever is counted of it, and no way back to the
 * id. What is nobody's is its own.
 *
 * @article none — technical
 */
export function recordKeyOf(id: string): SQL {
  return sql.raw(`('x' || substr(md5(${id}::text), 1, 12))::bit(48)::bigint`);
}

/** 户键 · How many different owners there are and what their keys add up to, of some rows only where a condition is given. @article none — technical */
export function ownersOf(key: SQL, where?: SQL): { readonly count: SQL; readonly key: SQL } {
  const rows = where === undefined ? sql`` : sql` FILTER (WHERE ${where})`;
  return {
    count: sql`(count(DISTINCT ${key})${rows})::int`,
    key: sql`(coalesce(sum(DISTINCT ${key})${rows}, 0) % ${sql.raw(String(KEY_SPACE))})::bigint`,
  };
}

/** 单元键 · What record keys, or the keys of cells, add up to; of some rows only where a condition is given. @article none — technical */
export function keySumOf(key: SQL, where?: SQL): SQL {
  const rows = where === undefined ? sql`` : sql` FILTER (WHERE ${where})`;
  return sql`(coalesce(sum(${key})${rows}, 0) % ${sql.raw(String(KEY_SPACE))})::bigint`;
}

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

/**
 * A row of one unit, without names, numbers or ids of it: `id` is made of the publication and the unit, `record_key` of its household
 * alone, so that it keeps its perturbation from day to day and from question to question.
 */
const publishedRow = () => ({
  ...countyRow(),
  publicationId: uuid('publication_id').notNull(),
  recordKey: bigint('record_key', { mode: 'number' }).notNull(),
});

/** What is told of the household of a unit. */
const ofHousehold = () => ({
  formerStatus: text('former_status').notNull(),
  resettled: boolean('resettled').notNull(),
  size: integer('size').notNull(),
  specialGroups: text('special_groups').array().notNull(),
  monitored: boolean('monitored').notNull(),
  withinRange: boolean('within_range'),
  guaranteesSecure: boolean('guarantees_secure'),
  perCapitaFen: bigint('per_capita_fen', { mode: 'number' }),
});

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

/** 发布的农户 · @article 5.3 */
export const publishedHousehold = distributedTable(
  pgTable(
    'published_household',
    {
      ...publishedRow(),
      ...ofHousehold(),
      labourCount: integer('labour_count').notNull(),
      band: text('band'),
      rigidFen: bigint('rigid_fen', { mode: 'number' }),
    },
    (t) => [
      primaryKey({ name: 'published_household_pk', columns: [t.countyCode, t.id] }),
      index('published_household_publication_ix').on(t.countyCode, t.publicationId),
      check('published_household_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_household', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 发布的监测对象 · @article 5.3 */
export const publishedCase = distributedTable(
  pgTable(
    'published_case',
    {
      ...publishedRow(),
      ...ofHousehold(),
      householdKey: bigint('household_key', { mode: 'number' }).notNull(),
      category: text('category'),
      status: text('status').notNull(),
      channel: text('channel').notNull(),
      riskTypes: text('risk_types').array().notNull(),
      openRiskTypes: text('open_risk_types').array().notNull(),
      openedOn: date('opened_on').notNull(),
      identifiedOn: date('identified_on'),
      eliminatedOn: date('eliminated_on'),
      trackingOnly: boolean('tracking_only').notNull(),
      identificationDays: integer('identification_days'),
      overdue: boolean('overdue').notNull(),
      relapsed: boolean('relapsed').notNull(),
      withoutSupport: boolean('without_support').notNull(),
    },
    (t) => [
      primaryKey({ name: 'published_case_pk', columns: [t.countyCode, t.id] }),
      index('published_case_publication_ix').on(t.countyCode, t.publicationId),
      check('published_case_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_case', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 发布的帮扶措施 · @article 5.3 */
export const publishedMeasure = distributedTable(
  pgTable(
    'published_measure',
    {
      ...publishedRow(),
      householdKey: bigint('household_key', { mode: 'number' }).notNull(),
      family: text('family').notNull(),
      instrument: text('instrument').notNull(),
      nature: text('nature').notNull(),
      timing: text('timing').notNull(),
      fundingSource: text('funding_source').notNull(),
      status: text('status').notNull(),
      startsOn: date('starts_on'),
      budgetFen: bigint('budget_fen', { mode: 'number' }),
      deliveredFen: bigint('delivered_fen', { mode: 'number' }).notNull(),
    },
    (t) => [
      primaryKey({ name: 'published_measure_pk', columns: [t.countyCode, t.id] }),
      index('published_measure_publication_ix').on(t.countyCode, t.publicationId),
      check('published_measure_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_measure', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 发布的部门预警 · @article 5.3 */
export const publishedAlert = distributedTable(
  pgTable(
    'published_alert',
    {
      ...publishedRow(),
      /** Of an alert of nobody its own key; null of publications from before it was kept, which are withheld for it. */
      householdKey: bigint('household_key', { mode: 'number' }),
      department: text('department').notNull(),
      kind: text('kind').notNull(),
      grade: text('grade').notNull(),
      status: text('status').notNull(),
      raisedOn: date('raised_on').notNull(),
      overdue: boolean('overdue').notNull(),
      verificationDays: integer('verification_days'),
    },
    (t) => [
      primaryKey({ name: 'published_alert_pk', columns: [t.countyCode, t.id] }),
      index('published_alert_publication_ix').on(t.countyCode, t.publicationId),
      check('published_alert_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_alert', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 发布的档案流转 · One move of a case from a status to another. @article 5.3 */
export const publishedFlow = distributedTable(
  pgTable(
    'published_flow',
    {
      ...publishedRow(),
      movedOn: date('moved_on').notNull(),
      fromStatus: text('from_status'),
      toStatus: text('to_status').notNull(),
      size: integer('size').notNull(),
      relapsed: boolean('relapsed').notNull(),
    },
    (t) => [
      primaryKey({ name: 'published_flow_pk', columns: [t.countyCode, t.id] }),
      index('published_flow_publication_ix').on(t.countyCode, t.publicationId),
      check('published_flow_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('published_flow', 'officers-only'),
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
