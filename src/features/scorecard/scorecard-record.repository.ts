import { type SQL, sql } from 'drizzle-orm';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import { allOf, holds } from '../../platform/database/filter-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import type { ReadRelation, ReadShape } from '../../platform/database/read-shape.js';
import { RowsInReach } from '../access/index.js';
import { alertShape } from '../alert/alert-shape.repository.js';
import { caseShape, runShape } from '../case/case-shape.repository.js';
import { householdShape } from '../household/household-shape.repository.js';
import { noticeShape } from '../notice/notice-shape.repository.js';
import { findingShape } from '../quality/finding-shape.repository.js';
import {
  beside,
  FIGURE_ROWS,
  type FigurePeriod,
  type FigureSubject,
  rowMeets,
  SUBJECT_OF,
} from './figure-rows.repository.js';
import { inGroups, type JudgedGroups } from './judged-groups.repository.js';
import { inRegion } from './score-scope.repository.js';

const one = (shape: () => ReadShape, on: string): ReadRelation => ({ kind: 'one', shape, on });
const household = one(() => householdShape, '@.id = ^.household_id');
const ofCase = one(() => caseShape, '@.id = ^.case_id');
const ownCase = { household, case: one(() => caseShape, '@.id = ^.id') };

/** What is read of a record of each kind: it, and what it is about. */
const RELATIONS: Readonly<Record<FigureSubject, ReadShape['relations']>> = {
  HOUSEHOLD: { household: one(() => householdShape, '@.id = ^.id') },
  MONITORED_CASE: ownCase,
  IDENTIFIED_CASE: ownCase,
  ELIMINATED_CASE: ownCase,
  IDENTIFICATION: { household, case: ofCase, run: one(() => runShape, '@.id = ^.id') },
  NOTICE_ENTRY: { household, case: ofCase, notice: one(() => noticeShape, '@.id = ^.notice_id') },
  ALERT: { household, alert: one(() => alertShape, '@.id = ^.id') },
  FINDING: { household, case: ofCase, finding: one(() => findingShape, '@.id = ^.id') },
};

const rowsOfSubject = (subject: FigureSubject): RowsInReach =>
  new RowsInReach(
    {
      table: FIGURE_ROWS[subject].table,
      always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
      fields: {},
      relations: RELATIONS[subject],
    },
    null,
  );

const RECORDS = Object.fromEntries(
  (Object.keys(FIGURE_ROWS) as FigureSubject[]).map((subject) => [subject, rowsOfSubject(subject)]),
) as Readonly<Record<FigureSubject, RowsInReach>>;

/** 指标背后的记录 · The records that a figure counts, within a reach. */
export function recordsBehind(figure: ScorecardFigure): RowsInReach {
  return RECORDS[SUBJECT_OF[figure]];
}

/**
 * 记录条件 · That a record, alias `t`, is behind a figure.
 *
 * @param met  only those that meet it, or only those that do not; null for all
 * @param judged  of a figure that is judged in groups: those that are asked for
 */
export function behindFigure(
  figure: ScorecardFigure,
  period: FigurePeriod,
  met: boolean | null,
  judged: JudgedGroups | null,
): SQL {
  const { counted, meets } = FIGURE_ROWS[SUBJECT_OF[figure]];
  const meet = meets[figure];
  const side = meet === undefined ? null : holds(rowMeets(meet, period), met);
  const ofGroup = judged === null ? null : inGroups(judged, period);
  return allOf([inRegion(period.region), counted(period, beside), side, ofGroup]) ?? sql`true`;
}

/** 记录次序 · By village, then by id. */
export const BY_VILLAGE: readonly OrderColumn[] = [
  { column: 't.region_code', cast: 'text', direction: 'ASC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'ASC', nullable: false },
];
