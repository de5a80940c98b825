import { sql } from 'drizzle-orm';
import type { AlertStatus } from '../../domain/alert/department-alert.js';
import type { FormerStatus } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import { household } from '../household/household.table.js';
import { member } from '../member/member.table.js';
import { lead } from '../lead/lead.table.js';
import { alertReference, departmentAlert } from './alert.table.js';

/** 预警所在 · Where the alert of a reference stands. */
export interface AlertPlace {
  readonly county: string;
  readonly id: string;
}

/** 已收到的编号 · Alerts that came with some references before, by the key of the reference. @article 3.1 */
export async function earlierAlerts(tx: Transaction, keys: readonly string[]): Promise<Map<string, AlertPlace>> {
  const rows = await tx.rows<AlertPlace & { key: string }>(sql`
    SELECT reference_key AS key, county_code AS county, alert_id AS id FROM ${alertReference}
    WHERE reference_key = ANY (${arrayLiteral(keys)}::text[])`);
  return new Map(rows.map(({ key, county, id }) => [key, { county, id }]));
}

/** 匹配到的农户 · A registered household that an alert is about. */
export interface MatchedHousehold {
  readonly id: string;
  readonly county: string;
  readonly regionCode: RegionCode;
  readonly formerStatus: FormerStatus;
}

const MATCHED = sql.raw(
  't.id, t.county_code AS county, t.region_code AS "regionCode", t.former_status AS "formerStatus"',
);

/** 成员所在农户 · Households of some present members within the reach, by member. @article 3.1 */
export async function householdsOfMembers(
  tx: Transaction,
  reach: Reach,
  counties: readonly string[],
  memberIds: readonly string[],
): Promise<Map<string, MatchedHousehold>> {
  if (counties.length === 0 || memberIds.length === 0) return new Map();
  const own = sql`ANY (${arrayLiteral(counties)}::text[])`;
  const rows = await tx.rows<MatchedHousehold & { memberId: string }>(sql`
    SELECT m.id AS "memberId", ${MATCHED} FROM ${household} t
    JOIN ${member} m ON m.county_code = t.county_code AND m.household_id = t.id
    WHERE t.county_code = ${own} AND m.county_code = ${own} AND m.id = ANY (${arrayLiteral(memberIds)}::uuid[])
      AND m.removed_on IS NULL AND ${inScope(reach.scope, 'id')}`);
  return new Map(rows.map(({ memberId, ...found }) => [memberId, found]));
}

/** 可及农户 · Some households within the reach, by id. @article 3.1 */
export async function matchedHouseholds(
  tx: Transaction,
  reach: Reach,
  counties: readonly string[],
  ids: readonly string[],
): Promise<Map<string, MatchedHousehold>> {
  if (counties.length === 0 || ids.length === 0) return new Map();
  const rows = await tx.rows<MatchedHousehold>(sql`
    SELECT ${MATCHED} FROM ${household} t WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[])
      AND t.id = ANY (${arrayLiteral(ids)}::uuid[]) AND ${inScope(reach.scope, 'id')}`);
  return new Map(rows.map((found) => [found.id, found]));
}

/** 新增预警 · Writes alerts of one county with their references, which must be free. */
export async function insertAlerts(
  tx: Transaction,
  rows: readonly (typeof departmentAlert.$inferInsert)[],
): Promise<void> {
  const references = rows
    .map(({ countyCode, id, senderRegion, department, reference }) => ({
      referenceKey: referenceKey(senderRegion, department as Department, reference),
      countyCode,
      alertId: id,
    }))
    .sort((a, b) => (a.referenceKey < b.referenceKey ? -1 : 1));
  await Promise.all([tx.insert(alertReference, references), tx.insert(departmentAlert, rows)]);
}

/** 编号键 · The key under which a sender's own number is kept: another sender's same number is another alert. */
export function referenceKey(senderRegion: string, department: Department, reference: string): string {
  return `${senderRegion}/${department}/${reference}`;
}

/** 预警行 · An alert's row as a change needs it. */
export interface AlertRowKept {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly householdId: string | null;
  readonly department: Department;
  readonly kind: string;
  readonly status: AlertStatus;
  readonly raisedOn: CalendarDate;
  readonly amount: Fen | null;
  readonly leadId: string | null;
  readonly publicCounty: string | null;
  /** 0 where the alert's events stand in its household's chain. */
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

const ROW =
  sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.household_id AS "householdId",
  t.department, t.kind, t.status, t.raised_on AS "raisedOn", t.amount, t.lead_id AS "leadId",
  t.public_county AS "publicCounty", t.audit_sequence AS "auditSequence",
  t.audit_hash AS "auditHash"`);

/** 锁定预警 · The alert's row, locked; null when it is not in the reach. Its household is locked before it. @article none — technical */
export async function lockAlert(
  tx: Transaction,
  reach: Reach,
  { county, id }: AlertPlace,
): Promise<AlertRowKept | null> {
  const [row] = await tx.rows<AlertRowKept>(sql`
    SELECT ${ROW} FROM ${departmentAlert} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, null)} FOR UPDATE`);
  return row ?? null;
}

/** 随线索待办结的预警 · Ids of the alerts that wait for a lead: those that became it, and those whose leads joined it. */
export async function alertsOfLead(
  tx: Transaction,
  county: string,
  leadId: string,
  householdId: string | null,
): Promise<string[]> {
  const joined =
    householdId === null
      ? sql`false`
      : sql`l.household_id = ${householdId}::uuid AND l.joined_lead_id = ${leadId}::uuid`;
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT t.id FROM ${departmentAlert} t JOIN ${lead} l ON l.county_code = ${county} AND l.id = t.lead_id
    WHERE t.county_code = ${county} AND t.status = 'DISPATCHED' AND (l.id = ${leadId}::uuid OR ${joined}) ORDER BY t.id FOR UPDATE OF t`);
  return rows.map(({ id }) => id);
}

/** 预警办结 · What some alerts came to; each note is sealed for its own row. */
export interface AlertSettled {
  readonly id: string;
  readonly outcomeNoteSealed: string | null;
}

/** 办结预警 · Ends some alerts of a county with one outcome, in one statement. */
export async function settleAlerts(
  tx: Transaction,
  county: string,
  alerts: readonly AlertSettled[],
  { status, on, at }: { readonly status: AlertStatus; readonly on: CalendarDate; readonly at: string },
): Promise<void> {
  await tx.rows(sql`
    UPDATE ${departmentAlert} SET status = ${status}, settled_on = ${on}::date, outcome_note_sealed = c."outcomeNoteSealed",
      updated_at = ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) AS c(id uuid, "outcomeNoteSealed" text)
    WHERE department_alert.county_code = ${county} AND department_alert.id = c.id`);
}

/** 更新预警 · Writes what a change made of the alert's row. */
export async function updateAlert(
  tx: Transaction,
  { countyCode, id }: Pick<AlertRowKept, 'countyCode' | 'id'>,
  set: Partial<typeof departmentAlert.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(departmentAlert).set(set).where(sql`county_code = ${countyCode} AND id = ${id}::uuid`));
}
