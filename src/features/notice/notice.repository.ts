import { type SQL, sql } from 'drizzle-orm';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ObjectionStatus } from '../../domain/procedure/objection.js';
import type { Transaction } from '../../platform/database/database.js';
import type { OrderColumn, Page, PageRequest } from '../../platform/database/page.js';
import { countRows, type PageRow, readById, readPage, type Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import type { Reach } from '../access/index.js';
import { procedureStep } from '../case/procedure.table.js';
import { receipt } from '../lead/lead.table.js';
import { noticeEntry, objection, publicNotice } from './notice.table.js';
import { noticeShape, objectionShape } from './notice-shape.repository.js';

/** 公示条目 · An entry with its notice's days and its case. */
export interface EntryRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly caseId: string;
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

/** 查找条目 · An entry of a notice; null where there is none in the scope. */
export async function findEntry(tx: Transaction, county: string, id: string): Promise<EntryRow | null> {
  const [row] = await tx.rows<EntryRow>(sql`
    SELECT e.id, e.county_code AS "countyCode", e.region_code AS "regionCode", e.case_id AS "caseId", n.opens_on AS "opensOn", n.closes_on AS "closesOn"
    FROM ${noticeEntry} e JOIN ${publicNotice} n ON n.county_code = ${county} AND n.id = e.notice_id
    WHERE e.county_code = ${county} AND e.id = ${id}::uuid`);
  return row ?? null;
}

/** 新异议 · An objection to an entry; texts sealed. */
export type NewObjection = Pick<
  typeof objection.$inferInsert,
  | 'countyCode'
  | 'id'
  | 'regionCode'
  | 'caseId'
  | 'entryId'
  | 'filedOn'
  | 'statementSealed'
  | 'contactSealed'
  | 'receiptDigest'
  | 'createdAt'
>;

/** 登记异议 · Writes an objection and its receipt. */
export async function insertObjection(tx: Transaction, values: NewObjection): Promise<void> {
  const { receiptDigest, countyCode, id } = values;
  await Promise.all([
    tx.run(tx.orm.insert(objection).values({ ...values, status: 'OPEN' })),
    tx.run(tx.orm.insert(receipt).values({ receiptDigest, countyCode, subjectType: 'Objection', subjectId: id })),
  ]);
}

/** 异议 · An objection with the step that its notice belongs to. */
export interface ObjectionRow {
  readonly id: string;
  readonly caseId: string;
  readonly stepId: string;
  readonly stepCode: string;
  readonly status: ObjectionStatus;
  readonly filedOn: CalendarDate;
}

/** 查找异议 · An objection in the scope; null where there is none. */
export async function findObjection(tx: Transaction, county: string, id: string): Promise<ObjectionRow | null> {
  const [row] = await tx.rows<ObjectionRow>(sql`
    SELECT o.id, o.case_id AS "caseId", o.status, o.filed_on AS "filedOn", s.id AS "stepId", s.code AS "stepCode"
    FROM ${objection} o
    JOIN ${noticeEntry} e ON e.county_code = ${county} AND e.id = o.entry_id
    JOIN ${procedureStep} s ON s.county_code = ${county} AND s.id = e.step_id
    WHERE o.county_code = ${county} AND o.id = ${id}::uuid`);
  return row ?? null;
}

/** 异议所属档案 · The case that an objection concerns. */
export async function caseOfObjection(tx: Transaction, county: string, id: string): Promise<string | null> {
  const [row] = await tx.rows<{ caseId: string }>(
    sql`SELECT case_id AS "caseId" FROM ${objection} WHERE county_code = ${county} AND id = ${id}::uuid`,
  );
  return row?.caseId ?? null;
}

/** 处理异议 · Writes how an objection was answered. */
export async function settleObjection(
  tx: Transaction,
  county: string,
  id: string,
  set: { status: ObjectionStatus; resolvedOn: CalendarDate; resolutionSealed: string | null },
): Promise<void> {
  await tx.run(tx.orm.update(objection).set(set).where(sql`county_code = ${county} AND id = ${id}::uuid`));
}

/** 异议详情 · Objections by id with what was asked for. */
export function findObjections(
  tx: Transaction,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readById(tx, objectionShape, selection, county, ids);
}

/** 查找公示 · Notices of a county by id. */
export function findNotices(
  tx: Transaction,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  return readById(tx, noticeShape, selection, county, ids);
}

const NOTICE_ORDER: readonly OrderColumn[] = [
  { column: 't.opens_on', cast: 'date', direction: 'DESC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'DESC', nullable: false },
];

/** 一页公示 · Notices of a region that had opened by a day and hang until another, newest first. */
export async function pageOfNotices(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  prefix: string,
  { opened, hangsUntil }: { readonly opened: CalendarDate; readonly hangsUntil: CalendarDate },
  request: PageRequest,
  counted: boolean,
): Promise<{ page: Page<PageRow>; total: number }> {
  const where: SQL = sql`t.region_code LIKE ${`${prefix}%`} AND t.opens_on <= ${opened}::date AND t.closes_on >= ${hangsUntil}::date`;
  const wanted = { counties: reach.counties(), where, order: NOTICE_ORDER };
  const [page, total] = await Promise.all([
    readPage(tx, noticeShape, selection, wanted, request),
    counted ? countRows(tx, noticeShape, wanted) : 0,
  ]);
  return { page, total };
}
