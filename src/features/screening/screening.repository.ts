import { sql } from 'drizzle-orm';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { household } from '../household/household.table.js';
import { screeningFinding, screeningPart } from './screening.table.js';

/** 筛查种类 · By the rules of the assessment, or by a hazard. */
export type ScreeningKind = 'RULES' | 'HAZARD';

/** 待开线索农户 · A locked household with the head of its chain. */
export interface ScreenedHousehold {
  readonly id: string;
  readonly regionCode: RegionCode;
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

/** 锁定农户 · Households of a county, locked in the order of their ids. */
export function lockScreened(tx: Transaction, county: string, ids: readonly string[]): Promise<ScreenedHousehold[]> {
  return tx.rows<ScreenedHousehold>(sql`
    SELECT t.id, t.region_code AS "regionCode", t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash"
    FROM ${household} t WHERE t.county_code = ${county} AND t.id = ANY (${arrayLiteral(ids)}::uuid[])
      AND t.closed_on IS NULL ORDER BY t.id FOR UPDATE`);
}

/** 已有筛查发现 · What singled some households out before. */
export function knownBases(
  tx: Transaction,
  county: string,
  kind: ScreeningKind,
  ids: readonly string[],
): Promise<{ readonly householdId: string; readonly basis: string }[]> {
  return tx.rows(sql`
    SELECT t.household_id AS "householdId", t.basis FROM ${screeningFinding} t
    WHERE t.county_code = ${county} AND t.kind = ${kind} AND t.household_id = ANY (${arrayLiteral(ids)}::uuid[])`);
}

/** 新增筛查发现 · Writes why households were singled out. */
export async function insertFindings(
  tx: Transaction,
  rows: readonly (typeof screeningFinding.$inferInsert)[],
): Promise<void> {
  await tx.insert(screeningFinding, rows);
}

/** 县的筛查进度 · How far a county is through a screening. */
export interface PartRow {
  readonly id: string;
  readonly county: string;
  readonly lastHouseholdId: string | null;
  readonly households: number;
  readonly singledOut: number;
  readonly leadsOpened: number;
  readonly finished: boolean;
}

const PART = sql.raw(`t.id, t.county_code AS county, t.last_household_id AS "lastHouseholdId", t.households,
  t.singled_out AS "singledOut", t.leads_opened AS "leadsOpened", t.finished_at IS NOT NULL AS finished`);

/** 开始一县 · Makes the row of a county's part where it is not there, and locks it. */
export async function beginPart(
  tx: Transaction,
  county: string,
  part: { readonly id: string; readonly subject: string; readonly hazardId: string | null; readonly at: string },
): Promise<PartRow> {
  const [, [row]] = await Promise.all([
    tx.rows(sql`
      INSERT INTO ${screeningPart} (county_code, id, region_code, subject, hazard_id, households, singled_out, leads_opened, started_at)
      VALUES (${county}, ${part.id}::uuid, ${county}, ${part.subject}, ${part.hazardId}::uuid, 0, 0, 0, ${part.at}::timestamptz)
      ON CONFLICT (county_code, subject) DO NOTHING`),
    tx.rows<PartRow>(sql`
      SELECT ${PART} FROM ${screeningPart} t WHERE t.county_code = ${county} AND t.subject = ${part.subject} FOR UPDATE`),
  ]);
  if (row === undefined) throw new Error(`no part of ${county}`);
  return row;
}

/** 进度 · What one step adds to a part. */
export interface PartStep {
  readonly lastHouseholdId: string | null;
  readonly households: number;
  readonly singledOut: number;
  readonly leadsOpened: number;
  /** Instant at which the county was through; null while it is not. */
  readonly finishedAt: string | null;
}

/** 推进 · Moves a locked part on. */
export async function movePart(tx: Transaction, county: string, id: string, step: PartStep): Promise<void> {
  await tx.rows(sql`
    UPDATE ${screeningPart} SET last_household_id = ${step.lastHouseholdId}::uuid, households = households + ${step.households}::integer,
      singled_out = singled_out + ${step.singledOut}::integer, leads_opened = leads_opened + ${step.leadsOpened}::integer,
      finished_at = ${step.finishedAt}::timestamptz
    WHERE county_code = ${county} AND id = ${id}::uuid`);
}

/** 重新开始 · Sets a county's part back to its beginning; what was opened stays opened. */
export async function restartPart(
  tx: Transaction,
  county: string,
  part: { readonly id: string; readonly subject: string; readonly at: string },
): Promise<void> {
  await beginPart(tx, county, { ...part, hazardId: null });
  await tx.rows(sql`
    UPDATE ${screeningPart} SET last_household_id = NULL, households = 0, singled_out = 0, leads_opened = 0,
      started_at = ${part.at}::timestamptz, finished_at = NULL
    WHERE county_code = ${county} AND subject = ${part.subject}`);
}

/** 各县进度 · The parts of a screening in some counties. */
export function partsOf(tx: Transaction, counties: readonly string[], subject: string): Promise<PartRow[]> {
  return tx.rows<PartRow>(sql`
    SELECT ${PART} FROM ${screeningPart} t
    WHERE t.county_code = ANY (${arrayLiteral(counties)}::text[]) AND t.subject = ${subject} ORDER BY t.county_code`);
}
