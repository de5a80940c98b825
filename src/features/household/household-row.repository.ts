import { sql } from 'drizzle-orm';
import type { FormerStatus, SpecialGroup } from '../../domain/household/household.js';
import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { inScope } from '../../platform/database/scope-condition.js';
import { type RowUpdate, updateRows } from '../../platform/database/update-rows.js';
import type { Reach } from '../access/index.js';
import { household } from './household.table.js';

/** 农户行 · A household's row as a change needs it. */
export interface HouseholdRow {
  readonly id: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly number: string;
  readonly formerStatus: FormerStatus;
  readonly resettled: boolean;
  readonly size: number;
  readonly labourCount: number;
  readonly specialGroups: readonly SpecialGroup[];
  /** Fen a head of the newest window; null before the first. Absent in rows made by hand, as the next. */
  readonly perCapitaFen?: Fen | null;
  readonly perCapitaAfterRigidFen?: Fen | null;
  readonly guaranteesSecure?: boolean | null;
  readonly version: number;
  readonly auditSequence: number;
  readonly auditHash: string | null;
}

const ROW =
  sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS "regionCode", t.number, t.former_status AS "formerStatus",
  t.resettled, t.size, t.labour_count AS "labourCount", t.per_capita_fen AS "perCapitaFen", t.per_capita_after_rigid_fen AS "perCapitaAfterRigidFen",
  t.guarantees_secure AS "guaranteesSecure", to_json(t.special_groups) AS "specialGroups", t.version, t.audit_sequence AS "auditSequence", t.audit_hash AS "auditHash"`);

/**
 * 锁定农户 · The household's row, locked until the transaction ends; null when it is not in the reach or was closed. A household is
 * locked before its case.
 *
 * @article none — technical
 */
export async function lockHousehold(
  tx: Transaction,
  reach: Reach,
  county: string,
  id: string,
): Promise<HouseholdRow | null> {
  const [row] = await tx.rows<HouseholdRow>(sql`
    SELECT ${ROW} FROM ${household} t
    WHERE t.county_code = ${county} AND t.id = ${id}::uuid AND ${inScope(reach.scope, 'id')} AND t.closed_on IS NULL FOR UPDATE`);
  return row ?? null;
}

/** 锁定多户 · The rows of some open households in the reach, locked in the order of their ids. @article none — technical */
export function lockHouseholds(
  tx: Transaction,
  reach: Reach,
  county: string,
  ids: readonly string[],
): Promise<HouseholdRow[]> {
  return tx.rows<HouseholdRow>(sql`
    SELECT ${ROW} FROM ${household} t
    WHERE t.county_code = ${county} AND t.id = ANY (${arrayLiteral(ids)}::uuid[]) AND ${inScope(reach.scope, 'id')} AND t.closed_on IS NULL
    ORDER BY t.id FOR UPDATE`);
}

/** 新链头 · A household and the head of its chain after an event. */
export interface HouseholdHead {
  readonly id: string;
  readonly auditSequence: number;
  readonly auditHash: string;
}

/** 写入多户链头 · Writes the heads of some locked households of a county, in one statement. */
export async function moveHouseholdHeads(
  tx: Transaction,
  county: string,
  heads: readonly HouseholdHead[],
): Promise<void> {
  if (heads.length === 0) return;
  await tx.rows(sql`
    UPDATE ${household} SET audit_sequence = c."auditSequence", audit_hash = c."auditHash"
    FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) AS c(id uuid, "auditSequence" int, "auditHash" text)
    WHERE household.county_code = ${county} AND household.id = c.id`);
}

/** 成员所在农户 · A member and the row of its household. */
export interface MemberPlace extends HouseholdRow {
  readonly memberId: string;
}

/** 锁定成员所在农户 · The households of some present members, locked in the order of their ids, a row for each member. */
export function lockHouseholdsOf(
  tx: Transaction,
  reach: Reach,
  county: string,
  memberIds: readonly string[],
): Promise<MemberPlace[]> {
  return tx.rows<MemberPlace>(sql`
    SELECT m.id AS "memberId", ${ROW} FROM ${household} t
    JOIN member m ON m.county_code = t.county_code AND m.household_id = t.id
    WHERE t.county_code = ${county} AND m.county_code = ${county} AND m.id = ANY (${arrayLiteral(memberIds)}::uuid[])
      AND m.removed_on IS NULL AND ${inScope(reach.scope, 'id')} AND t.closed_on IS NULL
    ORDER BY t.id, m.id FOR UPDATE OF t`);
}

/** 更新农户 · Writes what a change made of the household's row, its version and its audit head. */
export async function updateHouseholdRow(
  tx: Transaction,
  row: Pick<HouseholdRow, 'countyCode' | 'id'>,
  set: Partial<typeof household.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(household).set(set).where(sql`county_code = ${row.countyCode} AND id = ${row.id}::uuid`));
}

/** 更新多户 · Writes what a change made of households of a county, their versions and audit heads, in one statement. */
export function updateHouseholdRows(
  tx: Transaction,
  county: string,
  updates: readonly RowUpdate<typeof household>[],
): Promise<void> {
  return updateRows(tx, household, county, updates);
}

const MEMBER = `json_build_object('id', m.id, 'relationship', m.relationship, 'sex', m.sex, 'birthDate', m.birth_date, 'health', m.health,
  'disabilityGrade', m.disability_grade, 'selfCare', m.self_care, 'labour', m.labour, 'schooling', m.schooling,
  'medicalInsurance', m.medical_insurance, 'safetyNet', m.safety_net)`;

const INCOME = `json_build_object('from', i.window_from, 'to', i.window_to, 'heads', i.heads, 'wages', i.wages, 'business', i.business,
  'property', i.property, 'transfers', i.transfers, 'businessExpenses', i.business_expenses, 'claimsPaid', i.claims_paid,
  'compliantMedicalCost', i.compliant_medical_cost, 'rigid', json_build_object('medical', i.medical, 'education', i.education,
  'disaster', i.disaster, 'accident', i.accident, 'housing', i.housing, 'other', i.other))`;

const CHECK = `json_build_object('checkedOn', g.checked_on, 'food', g.food, 'clothing', g.clothing, 'compulsoryEducation', g.compulsory_education,
  'basicMedicalCare', g.basic_medical_care, 'safeHousing', g.safe_housing, 'drinkingWater', g.drinking_water)`;

const FACTS = `SELECT json_build_object('id', h.id, 'regionCode', h.region_code, 'formerStatus', h.former_status, 'resettled', h.resettled,
  'members', (SELECT coalesce(json_agg(${MEMBER} ORDER BY m.position), '[]') FROM member m
    WHERE m.county_code = $1 AND m.household_id = h.id AND m.removed_on IS NULL),
  'incomes', (SELECT coalesce(json_agg(${INCOME} ORDER BY i.window_to DESC, i.window_from DESC, i.id DESC), '[]') FROM income_record i
    WHERE i.county_code = $1 AND i.household_id = h.id),
  'guarantees', (SELECT coalesce(json_agg(${CHECK} ORDER BY g.checked_on DESC, g.id DESC), '[]') FROM guarantee_check g
    WHERE g.county_code = $1 AND g.household_id = h.id)) AS facts
  FROM household h WHERE h.county_code = $1 AND h.id = ANY ($2::uuid[])`;

/**
 * 农户事实 · What the rules need to know of some households of a county, by id, in one statement; those out of the
 * transaction's scope are left out.
 *
 * @article 2.1
 */
export async function findHouseholdFacts(
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<Map<string, HouseholdFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.text<{ facts: HouseholdFacts }>(FACTS, [county, arrayLiteral(ids)]);
  return new Map(rows.map(({ facts }) => [facts.id, facts]));
}
