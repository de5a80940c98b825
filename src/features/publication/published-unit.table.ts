import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

/**
 * A row of one unit, without names, numbers or ids of it: `id` is made of the publication and the unit, `record_key` of its household
 * alone, so that it keeps its perturbation from day to day and from question to question, and tells which units are of one household.
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
      /** Of an alert of nobody its own; null of publications from before alerts told their households, which are withheld for it. */
      recordKey: bigint('record_key', { mode: 'number' }),
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
