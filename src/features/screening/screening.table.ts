import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
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
import {
  codeText,
  countyRow,
  distributedTable,
  householdRow,
  localTable,
  scopePolicy,
} from '../../platform/database/table-kind.js';
import { household } from '../household/household.table.js';

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/** 筛查任务 · A screening that was asked for, until every county of it is through. @article 2.3 */
export const screeningJob = localTable(
  pgTable(
    'screening_job',
    {
      id: uuid('id').primaryKey(),
      hazardId: uuid('hazard_id').notNull(),
      /** First six digits of the hazard's own region, by which it is found. */
      hazardCounty: codeText('hazard_county').notNull(),
      onDay: date('on_day').notNull(),
      /** Households of the regions when it was asked for. */
      households: integer('households').notNull(),
      requestedBy: text('requested_by').notNull(),
      requestedAs: text('requested_as'),
      requestId: text('request_id').notNull(),
      requestedAt: at('requested_at').notNull(),
      finishedAt: at('finished_at'),
    },
    (t) => [unique('screening_job_day_uq').on(t.hazardId, t.onDay), index('screening_job_open_ix').on(t.finishedAt)],
  ),
);

/** 县的筛查进度 · How far one county is through one screening; moved on in the transaction that opens the leads. @article 2.3 */
export const screeningPart = distributedTable(
  pgTable(
    'screening_part',
    {
      ...countyRow(),
      /** `RULES <day>`, or `HAZARD <id> <day>`. */
      subject: codeText('subject').notNull(),
      /** Null for the screening by rules. */
      hazardId: uuid('hazard_id'),
      /** The last household that was looked at, in the order of ids; null before the first. */
      lastHouseholdId: uuid('last_household_id'),
      households: integer('households').notNull(),
      singledOut: integer('singled_out').notNull(),
      leadsOpened: integer('leads_opened').notNull(),
      startedAt: at('started_at').notNull(),
      finishedAt: at('finished_at'),
    },
    (t) => [
      primaryKey({ name: 'screening_part_pk', columns: [t.countyCode, t.id] }),
      unique('screening_part_subject_uq').on(t.countyCode, t.subject),
      index('screening_part_hazard_ix').on(t.countyCode, t.hazardId),
      check('screening_part_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('screening_part', 'officers-only'),
    ],
  ).enableRLS(),
);

/**
 * 筛查发现 · Why a screening singled a household out, and the lead that it opened. The same reason singles the same household out
 * once: `basis` says what it rests on.
 *
 * @article 3.1
 */
export const screeningFinding = distributedTable(
  pgTable(
    'screening_finding',
    {
      ...householdRow(),
      leadId: uuid('lead_id').notNull(),
      /** RULES or HAZARD. */
      kind: text('kind').notNull(),
      /** The hazard, or the rule with the records and the line that it was held against. */
      basis: text('basis').notNull(),
      hazardId: uuid('hazard_id'),
      rule: text('rule').notNull(),
      /** In Chinese and English; numbers and days, never a name. */
      message: jsonb('message').notNull(),
      evidence: jsonb('evidence').notNull(),
      article: text('article').notNull(),
      foundOn: date('found_on').notNull(),
      createdAt: at('created_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'screening_finding_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'screening_finding_household_fk',
        columns: [t.countyCode, t.householdId],
        foreignColumns: [household.countyCode, household.id],
      }),
      unique('screening_finding_once_uq').on(t.countyCode, t.householdId, t.kind, t.basis),
      index('screening_finding_lead_ix').on(t.countyCode, t.leadId),
      check('screening_finding_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('screening_finding', 'household_id'),
    ],
  ).enableRLS(),
);
