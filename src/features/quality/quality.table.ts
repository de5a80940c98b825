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
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/** 数据质量问题 · What a rule finds wrong with a household, a case or a region; evidence is codes, numbers and days. @article 5.3 */
export const qualityFinding = distributedTable(
  pgTable(
    'quality_finding',
    {
      ...countyRow(),
      householdId: uuid('household_id'),
      caseId: uuid('case_id'),
      rule: text('rule').notNull(),
      /** What the finding is about within its rule: the same as long as it holds. */
      subject: text('subject').notNull(),
      severity: text('severity').notNull(),
      status: text('status').notNull(),
      owner: text('owner'),
      dueOn: date('due_on'),
      foundOn: date('found_on').notNull(),
      message: text('message').notNull(),
      messageEn: text('message_en').notNull(),
      evidence: jsonb('evidence').notNull(),
      settledOn: date('settled_on'),
      /** Subject of a token; null where the register itself mended it. */
      settledBy: text('settled_by'),
      noteSealed: text('note_sealed'),
      auditSequence: integer('audit_sequence').notNull(),
      auditHash: text('audit_hash'),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'quality_finding_pk', columns: [t.countyCode, t.id] }),
      unique('quality_finding_subject_uq').on(t.countyCode, t.rule, t.subject),
      index('quality_finding_status_ix').on(t.countyCode, t.status, t.id),
      index('quality_finding_household_ix').on(t.countyCode, t.householdId),
      check('quality_finding_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('quality_finding', 'officers-only'),
    ],
  ).enableRLS(),
);

/**
 * 检查进度 · Up to which instant a county's register was looked through, under which rules, and how far the run under way is.
 *
 * @article none — technical
 */
export const qualityScan = distributedTable(
  pgTable(
    'quality_scan',
    {
      ...countyRow(),
      /** Null before the first run is through, as the next two. */
      scannedTo: instant('scanned_to'),
      scannedOn: date('scanned_on'),
      rules: text('rules'),
      /** Of the run under way; null where none is. */
      runBeganAt: instant('run_began_at'),
      runOn: date('run_on'),
      runRules: text('run_rules'),
      lastHouseholdId: uuid('last_household_id'),
    },
    (t) => [
      primaryKey({ name: 'quality_scan_pk', columns: [t.countyCode, t.id] }),
      unique('quality_scan_region_uq').on(t.countyCode, t.regionCode),
      scopePolicy('quality_scan', 'officers-only'),
    ],
  ).enableRLS(),
);
