import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, pinnedBesideTo, readPage } from '../../platform/database/read-rows.js';
import type { ReadShape } from '../../platform/database/read-shape.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { caseShape } from '../case/case-shape.repository.js';
import { headNameShape } from './notice-shape.repository.js';

/** 结果公告的读取形状 · A step that announced a result; what it says travels sealed. */
const announcementShape: ReadShape = {
  table: 'procedure_step',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    purpose: { purpose: '@.run_kind' },
    announcedOn: { announcedOn: '@.completed_on' },
    announcedUntil: { announcedUntil: '@.announced_until' },
    issuedBy: { sectionSealed: '@.section_sealed' },
    place: { sectionSealed: '@.section_sealed' },
  },
  relations: {
    householdName: {
      kind: 'one',
      shape: () => headNameShape,
      on: `@.household_id = ^.household_id AND @.relationship = 'HEAD' AND @.removed_on IS NULL`,
    },
    case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' },
  },
};

const ORDER: readonly OrderColumn[] = [
  { column: 't.completed_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 公告期 · Announced by a day, and shown until another. */
export interface AnnouncedDays {
  readonly announced: CalendarDate;
  readonly shownUntil: CalendarDate;
}

/**
 * 一页结果公告 · Announcements of a region by their days, newest first. One of an elimination that was taken back or of a case that
 * was withdrawn tells nothing that still holds, and one of a household whose record is closed is kept for nobody.
 */
export async function pageOfAnnouncements(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  prefix: string,
  { announced, shownUntil }: AnnouncedDays,
  request: PageRequest,
  counted: boolean,
): Promise<{ page: Page<PageRow>; total: number }> {
  const counties = reach.counties();
  const pin = sql`${pinnedBesideTo(counties, 'a')} AND a.county_code = t.county_code`;
  const where: SQL = sql`t.region_code LIKE ${`${prefix}%`} AND t.completed_on <= ${announced}::date AND t.announced_until >= ${shownUntil}::date
    AND EXISTS (SELECT 1 FROM monitoring_case a WHERE ${pin} AND a.id = t.case_id AND a.record_closed_on IS NULL AND a.status <> 'WITHDRAWN'
      AND (t.run_kind <> 'ELIMINATION' OR a.eliminated_on IS NOT NULL))`;
  const wanted = { counties, where, order: ORDER };
  const [page, total] = await Promise.all([
    readPage(tx, announcementShape, selection, wanted, request),
    counted ? countRows(tx, announcementShape, wanted) : 0,
  ]);
  return { page, total };
}
