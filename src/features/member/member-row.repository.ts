import { type SQL, sql } from 'drizzle-orm';
import type { HealthCondition, LabourCapacity, Relationship, SelfCare, Sex } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Transaction } from '../../platform/database/database.js';
import { inSlices } from '../../platform/database/in-slices.js';
import type { HouseholdPlace } from '../household/index.js';
import { member } from './member.table.js';

/** 成员行 · A present member as a change needs it; personal data sealed. */
export interface MemberRow {
  readonly id: string;
  readonly position: number;
  readonly relationship: Relationship;
  readonly sex: Sex;
  readonly birthDate: CalendarDate | null;
  readonly nameSealed: string;
  readonly idNumberSealed: string | null;
  readonly phoneSealed: string | null;
  readonly ethnicity: string | null;
  readonly education: string | null;
  readonly schooling: string | null;
  readonly health: readonly HealthCondition[];
  readonly disabilityGrade: number | null;
  readonly selfCare: SelfCare;
  readonly labour: LabourCapacity;
  readonly employment: string | null;
  readonly medicalInsurance: boolean;
  readonly pensionInsurance: boolean;
  readonly safetyNet: 'NONE' | 'SUBSISTENCE_ALLOWANCE' | 'EXTREME_POVERTY_SUPPORT';
}

const ROW =
  sql.raw(`m.id, m.position, m.relationship, m.sex, m.birth_date AS "birthDate", m.name_sealed AS "nameSealed",
  m.id_number_sealed AS "idNumberSealed", m.phone_sealed AS "phoneSealed", m.ethnicity, m.education, m.schooling,
  to_json(m.health) AS health, m.disability_grade AS "disabilityGrade", m.self_care AS "selfCare", m.labour, m.employment,
  m.medical_insurance AS "medicalInsurance", m.pension_insurance AS "pensionInsurance", m.safety_net AS "safetyNet"`);

function present(tx: Transaction, county: string, household: SQL): Promise<MemberRow[]> {
  return tx.rows<MemberRow>(sql`
    SELECT ${ROW} FROM ${member} m
    WHERE m.county_code = ${county} AND m.household_id = ${household} AND m.removed_on IS NULL ORDER BY m.position`);
}

/** 现有成员 · The present members of a household, in the order of entry; the household must be locked. */
export function membersOfHousehold(tx: Transaction, { county, id }: HouseholdPlace): Promise<MemberRow[]> {
  return present(tx, county, sql`${id}::uuid`);
}

/** 同户成员 · The present members of a member's household, that one among them; the household must be locked. */
export function membersBeside(tx: Transaction, { county, id }: HouseholdPlace): Promise<MemberRow[]> {
  const own = sql`(SELECT o.household_id FROM ${member} o WHERE o.county_code = ${county} AND o.id = ${id}::uuid)`;
  return present(tx, county, own);
}

/** 新建成员 · Inserts members. */
export async function insertMembers(tx: Transaction, rows: readonly (typeof member.$inferInsert)[]): Promise<void> {
  await inSlices(rows, (slice) => tx.run(tx.orm.insert(member).values(slice)));
}

/** 更新成员 · Writes some columns of a member's row. */
export async function updateMemberRow(
  tx: Transaction,
  county: string,
  id: string,
  set: Partial<typeof member.$inferInsert>,
): Promise<void> {
  await tx.run(tx.orm.update(member).set(set).where(sql`county_code = ${county} AND id = ${id}::uuid`));
}
