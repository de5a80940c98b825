import { sql } from 'drizzle-orm';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { Reach } from '../access/index.js';
import type { AuditHead } from '../audit/index.js';
import { auditChain } from '../audit/audit-chain.table.js';
import { alertPlace, alertReference, departmentAlert } from './alert.table.js';
import { type AlertPlace, type AlertRowKept, referenceKey } from './alert-row.repository.js';

type AlertColumns = typeof departmentAlert.$inferInsert;

/** 现所在 · Alerts of some ids that were moved to another county, by id. @article 3.1 */
export async function movedAlerts(tx: Transaction, ids: readonly string[]): Promise<Map<string, AlertPlace>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<AlertPlace>(sql`
    SELECT alert_id AS id, county_code AS county FROM ${alertPlace} WHERE alert_id = ANY (${arrayLiteral(ids)}::uuid[])`);
  return new Map(rows.map((place) => [place.id, place]));
}

/** 迁往各县 · Counties that hold alerts of a department's system which were moved out of where it sent them. @article 3.1 */
export async function countiesOfMoved(
  tx: Transaction,
  senderRegions: readonly string[],
  department: Department,
): Promise<RegionCode[]> {
  const rows = await tx.rows<{ county: RegionCode }>(sql`
    SELECT DISTINCT county_code AS county FROM ${alertPlace}
    WHERE sender_region = ANY (${arrayLiteral(senderRegions)}::text[]) AND department = ${department} ORDER BY 1`);
  return rows.map(({ county }) => county);
}

/** 预警全行 · Every column of a locked alert, as it is written elsewhere. */
export async function wholeAlert(tx: Transaction, { county, id }: AlertPlace): Promise<AlertColumns> {
  const [row] = await tx.rows<AlertColumns>(sql`
    SELECT t.county_code AS "countyCode", t.id, t.region_code AS "regionCode", t.household_id AS "householdId", t.department,
      t.sender_region AS "senderRegion", t.reference, t.kind, t.grade, t.status, t.raised_on AS "raisedOn",
      to_char(t.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt", t.received_on AS "receivedOn", t.amount,
      t.payload_sealed AS "payloadSealed", t.id_digest AS "idDigest", t.household_number AS "householdNumber", t.dispatched_on AS "dispatchedOn",
      t.verify_by AS "verifyBy", t.settled_on AS "settledOn", t.outcome_note_sealed AS "outcomeNoteSealed", t.lead_id AS "leadId",
      t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash", t.public_county AS "publicCounty",
      to_char(t.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"
    FROM ${departmentAlert} t WHERE t.county_code = ${county} AND t.id = ${id}::uuid`);
  if (row === undefined) throw new Error(`no alert ${id}`);
  return row;
}

/** 迁入新县 · Writes a locked alert under another county, takes it away from the one before, and says in the directories where it is. */
export async function moveAlertRow(
  tx: Transaction,
  from: AlertPlace,
  row: AlertColumns & { readonly regionCode: RegionCode },
): Promise<void> {
  const { countyCode, id, senderRegion, department, reference } = row;
  const key = referenceKey(senderRegion, department as Department, reference);
  await Promise.all([
    tx.rows(sql`DELETE FROM ${departmentAlert} WHERE county_code = ${from.county} AND id = ${id}::uuid`),
    tx.insert(departmentAlert, [row]),
    tx.rows(sql`UPDATE ${alertReference} SET county_code = ${countyCode} WHERE reference_key = ${key}`),
    tx.rows(sql`
      INSERT INTO ${alertPlace} (alert_id, county_code, sender_region, department)
      VALUES (${id}::uuid, ${countyCode}, ${senderRegion}, ${department})
      ON CONFLICT (alert_id) DO UPDATE SET county_code = excluded.county_code`),
  ]);
}

/** 留存链头 · Keeps the head of an alert's chain in the county that it leaves, where no row of its own holds it any longer. */
export async function leaveChain(
  tx: Transaction,
  { county, id }: AlertPlace,
  regionCode: RegionCode,
  { auditSequence, auditHash }: AuditHead,
): Promise<void> {
  await tx.rows(sql`
    INSERT INTO ${auditChain} (county_code, id, region_code, subject_type, audit_sequence, audit_hash)
    VALUES (${county}, ${id}::uuid, ${regionCode}, 'DepartmentAlert', ${auditSequence}::integer, ${auditHash})`);
}

/** 曾在该县 · Whether an alert was in a county before and left it. */
export async function wasIn(tx: Transaction, { county, id }: AlertPlace): Promise<boolean> {
  const rows = await tx.rows(sql`
    SELECT 1 FROM ${auditChain} t WHERE t.county_code = ${county} AND t.id = ${id}::uuid`);
  return rows.length > 0;
}

/** 待匹配预警 · An alert that found nobody, and by what somebody may be found. */
export interface WaitingAlert extends AlertPlace {
  readonly senderRegion: RegionCode;
  readonly idDigest: string | null;
  readonly householdNumber: string | null;
}

/** 一页待匹配预警 · Alerts of some counties that found nobody and tell by what to look, past a place in the order of their ids. */
export function waitingAlerts(
  tx: Transaction,
  counties: readonly string[],
  after: string | null,
  limit: number,
): Promise<WaitingAlert[]> {
  return tx.rows<WaitingAlert>(sql`
    SELECT t.id, t.county_code AS county, t.sender_region AS "senderRegion", t.id_digest AS "idDigest", t.household_number AS "householdNumber"
    FROM ${departmentAlert} t
    WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.status = 'UNMATCHED'
      AND (t.id_digest IS NOT NULL OR t.household_number IS NOT NULL) AND (${after}::uuid IS NULL OR t.id > ${after}::uuid)
    ORDER BY t.id LIMIT ${limit}`);
}

/** 待转交预警 · What is asked of an alert before it is forwarded, and by what its household may be found. */
export type AlertToForward = Pick<AlertRowKept, 'kind' | 'raisedOn' | 'status'> &
  Pick<WaitingAlert, 'idDigest' | 'householdNumber'>;

/** 查找待转交预警 · An alert that is to be forwarded, not locked: its household is locked before it. @article none — technical */
export async function alertToForward(
  tx: Transaction,
  reach: Reach,
  { county, id }: AlertPlace,
): Promise<AlertToForward | null> {
  const [row] = await tx.rows<AlertToForward>(sql`
    SELECT t.kind, t.raised_on AS "raisedOn", t.status, t.id_digest AS "idDigest", t.household_number AS "householdNumber"
    FROM ${departmentAlert} t WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, null)}`);
  return row ?? null;
}
