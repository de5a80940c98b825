import { sql } from 'drizzle-orm';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { LeadStatus } from '../../domain/lead/lead.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { lead, receipt } from './lead.table.js';

/** 线索行 · A lead's row as a change needs it. */
export interface LeadRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string | null;
  readonly channel: DiscoveryChannel;
  readonly status: LeadStatus;
  readonly reportedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly verifiedOn: CalendarDate | null;
  readonly joinedLeadId: string | null;
  readonly caseId: string | null;
  /** 0 where the lead's events stand in its household's chain. */
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

const ROW =
  sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.household_id AS "householdId", t.channel,
  t.status, t.reported_on AS "reportedOn", t.due_on AS "dueOn", t.verified_on AS "verifiedOn", t.joined_lead_id AS "joinedLeadId",
  t.case_id AS "caseId", t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash"`);

/**
 * 锁定线索 · The lead's row, locked until the transaction ends; null when it is not in the reach. Its household is locked
 * before it, its case after.
 *
 * @article none — technical
 */
export async function lockLead(tx: Transaction, reach: Reach, county: string, id: string): Promise<LeadRow | null> {
  const [row] = await tx.rows<LeadRow>(sql`
    SELECT ${ROW} FROM ${lead} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, 'household_id')} FOR UPDATE`);
  return row ?? null;
}

/**
 * 待核实线索 · The leads on a household that are still open, locked, oldest first: one at most, unless older rows say
 * otherwise. The household must be locked.
 *
 * @article 3.1
 */
export function openLeadsOf(tx: Transaction, county: string, householdId: string): Promise<LeadRow[]> {
  return tx.rows<LeadRow>(sql`
    SELECT ${ROW} FROM ${lead} t
    WHERE t.county_code = ${county} AND t.household_id = ${householdId}::uuid AND t.status = 'OPEN'
    ORDER BY t.reported_on, t.id FOR UPDATE`);
}

/** 在办事项 · What is under way for a household. */
export interface HouseholdUnderWay {
  readonly openCase: { readonly id: string; readonly number: string } | null;
  readonly openLead: { readonly id: string; readonly reportedOn: CalendarDate } | null;
}

const UNDER_WAY = `SELECT
  (SELECT json_build_object('id', c.id, 'number', c.number) FROM monitoring_case c WHERE c.county_code = $1 AND c.household_id = $2
    AND c.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')) AS "openCase",
  (SELECT json_build_object('id', l.id, 'reportedOn', l.reported_on) FROM lead l WHERE l.county_code = $1 AND l.household_id = $2
    AND l.status = 'OPEN') AS "openLead"`;

/** 在办事项 · The open case and the open lead of a household, which must be locked; one of each at most. @article 3.1 */
export async function underWayFor(tx: Transaction, county: string, householdId: string): Promise<HouseholdUnderWay> {
  const [found] = await tx.text<HouseholdUnderWay>(UNDER_WAY, [county, householdId]);
  return found ?? { openCase: null, openLead: null };
}

const UNDER_WAY_OF = `SELECT h.id,
  (SELECT json_build_object('id', c.id, 'number', c.number) FROM monitoring_case c WHERE c.county_code = $1 AND c.household_id = h.id
    AND c.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')) AS "openCase",
  (SELECT json_build_object('id', l.id, 'reportedOn', l.reported_on) FROM lead l WHERE l.county_code = $1 AND l.household_id = h.id
    AND l.status = 'OPEN') AS "openLead"
  FROM household h WHERE h.county_code = $1 AND h.id = ANY ($2::uuid[])`;

/** 多户在办事项 · As `underWayFor`, for some households of a county, by id; they must be locked. @article 3.1 */
export async function underWayOf(
  tx: Transaction,
  county: string,
  householdIds: readonly string[],
): Promise<Map<string, HouseholdUnderWay>> {
  const rows = await tx.text<HouseholdUnderWay & { id: string }>(UNDER_WAY_OF, [county, arrayLiteral(householdIds)]);
  return new Map(rows.map(({ id, openCase, openLead }) => [id, { openCase, openLead }]));
}

/** 批量新增线索 · Writes leads of one county and the digests of their receipts, in two statements. */
export async function insertLeads(tx: Transaction, rows: readonly (typeof lead.$inferInsert)[]): Promise<void> {
  const receipts = rows.map(({ countyCode, id, receiptDigest }) => ({
    receiptDigest,
    countyCode,
    subjectType: 'Lead',
    subjectId: id,
  }));
  await Promise.all([tx.insert(lead, rows), tx.insert(receipt, receipts)]);
}

/** 新增线索 · Writes a lead and the digest by which its receipt is found. */
export async function insertLead(tx: Transaction, values: typeof lead.$inferInsert): Promise<void> {
  const { countyCode, id, receiptDigest } = values;
  await Promise.all([
    tx.run(tx.orm.insert(lead).values(values)),
    tx.run(tx.orm.insert(receipt).values({ receiptDigest, countyCode, subjectType: 'Lead', subjectId: id })),
  ]);
}

/** 更新线索 · Writes what a change made of the lead's row. */
export async function updateLead(
  tx: Transaction,
  row: Pick<LeadRow, 'countyCode' | 'id'>,
  set: Partial<typeof lead.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(lead).set(set).where(sql`county_code = ${row.countyCode} AND id = ${row.id}::uuid`));
}

/** 随同建档 · Leads that had joined one follow it into its case. */
export async function moveJoinedLeads(tx: Transaction, row: LeadRow, caseId: string, updatedAt: string): Promise<void> {
  if (row.householdId === null) return;
  await tx.run(
    tx.orm
      .update(lead)
      .set({ caseId, updatedAt })
      .where(
        sql`county_code = ${row.countyCode} AND household_id = ${row.householdId}::uuid AND joined_lead_id = ${row.id}::uuid AND case_id IS NULL`,
      ),
  );
}
