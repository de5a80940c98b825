import { sql } from 'drizzle-orm';
import {
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { countyRow, distributedTable, scopePolicy } from '../../platform/database/table-kind.js';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/** Head of the row's own audit chain. */
const chainHead = () => ({ auditSequence: integer('audit_sequence').notNull(), auditHash: text('audit_hash') });

/** 指标 · One monthly figure of a region, reckoned or submitted; above the county under the region's own six digits. @article 2.3 */
export const regionalIndicator = distributedTable(
  pgTable(
    'regional_indicator',
    {
      ...countyRow(),
      indicator: text('indicator').notNull(),
      /** Empty where the indicator has one figure a month. */
      subject: text('subject').notNull(),
      /** First day of the month. */
      month: date('month').notNull(),
      value: doublePrecision('value').notNull(),
      /** What the value is a part of: households for a rate; null for other figures. */
      exposure: doublePrecision('exposure'),
      origin: text('origin').notNull(),
      department: text('department'),
      sourceSealed: text('source_sealed'),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'regional_indicator_pk', columns: [t.countyCode, t.id] }),
      unique('regional_indicator_uq').on(t.countyCode, t.regionCode, t.indicator, t.subject, t.month),
      check('regional_indicator_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('regional_indicator', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 区域预警 · A region departs from its own past; evidence is sealed since people write in it. @article 2.3 */
export const regionalWarning = distributedTable(
  pgTable(
    'regional_warning',
    {
      ...countyRow(),
      indicator: text('indicator').notNull(),
      status: text('status').notNull(),
      severity: text('severity').notNull(),
      raisedOn: date('raised_on').notNull(),
      closedOn: date('closed_on'),
      /** Subject of a token; null where a detector raised it. */
      raisedBy: text('raised_by'),
      /** Indicator, subject and month of a detector's warning, so that it is raised once; null for those of offices. */
      detection: text('detection'),
      evidenceSealed: text('evidence_sealed').notNull(),
      ...chainHead(),
      createdAt: instant('created_at').notNull(),
      updatedAt: instant('updated_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'regional_warning_pk', columns: [t.countyCode, t.id] }),
      unique('regional_warning_detection_uq').on(t.countyCode, t.regionCode, t.detection),
      index('regional_warning_raised_ix').on(t.countyCode, t.raisedOn, t.id),
      check('regional_warning_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('regional_warning', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 预警处置 · What was entered under a warning; an action has an owner, a day due and a day done. @article 2.3 */
export const warningAction = distributedTable(
  pgTable(
    'warning_action',
    {
      ...countyRow(),
      warningId: uuid('warning_id').notNull(),
      number: integer('number').notNull(),
      on: date('entered_on').notNull(),
      actor: text('actor').notNull(),
      noteSealed: text('note_sealed').notNull(),
      status: text('status').notNull(),
      department: text('department'),
      dueOn: date('due_on'),
      doneOn: date('done_on'),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'warning_action_pk', columns: [t.countyCode, t.id] }),
      unique('warning_action_number_uq').on(t.countyCode, t.warningId, t.number),
      foreignKey({
        name: 'warning_action_warning_fk',
        columns: [t.countyCode, t.warningId],
        foreignColumns: [regionalWarning.countyCode, regionalWarning.id],
      }),
      scopePolicy('warning_action', 'officers-only'),
    ],
  ).enableRLS(),
);

/** 研判 · A joint study of regional risk; the warnings that it looked at may stand in other counties. @article 5.2 */
export const riskStudy = distributedTable(
  pgTable(
    'risk_study',
    {
      ...countyRow(),
      heldOn: date('held_on').notNull(),
      departments: text('departments').array().notNull(),
      conclusionSealed: text('conclusion_sealed').notNull(),
      /** Global ids. */
      warnings: text('warnings').array().notNull(),
      recordedBy: text('recorded_by').notNull(),
      ...chainHead(),
      createdAt: instant('created_at').notNull(),
    },
    (t) => [
      primaryKey({ name: 'risk_study_pk', columns: [t.countyCode, t.id] }),
      index('risk_study_held_ix').on(t.countyCode, t.regionCode, t.heldOn),
      check('risk_study_county_ck', sql`county_code = substr(region_code, 1, 6)`),
      scopePolicy('risk_study', 'officers-only'),
    ],
  ).enableRLS(),
);
