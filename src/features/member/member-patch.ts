import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { MemberEntry } from './member-entry.js';
import type { MemberPatchInput } from './member-patch.input.js';
import type { MemberRow } from './member-row.repository.js';

/** 成员变更内容 · Absent stays, null clears; the public input fits. */
export type MemberPatch = Readonly<MemberPatchInput>;

const NEVER_CLEARED = ['name', 'sex', 'relationship', 'labour'] as const;

/** 变更的字段 · Names of the fields that a patch speaks of. */
export function patchedFields(patch: MemberPatch): string[] {
  return Object.keys(patch).filter((field) => patch[field as keyof MemberPatch] !== undefined);
}

/** 变更内容校验 · Reasons against a patch by itself: nothing said, or a field cleared that cannot be. */
export function faultsOfPatch(patch: MemberPatch, path: readonly string[]): Refusal[] {
  if (patchedFields(patch).length === 0) return [refuse('BAD_VALUE', 'nothing is said that would change', path)];
  return NEVER_CLEARED.filter((field) => patch[field] === null).map((field) =>
    refuse('BAD_VALUE', `${field} cannot be cleared; leave it out to keep it`, [...path, field]),
  );
}

/**
 * 变更后的成员 · The member as it would be entered anew: what the patch says over what is recorded. With a new ID number, sex
 * and birth date that the patch does not say are the number's.
 *
 * @param recorded  the member's personal data in the open
 */
export function patchedEntry(row: MemberRow, recorded: OpenedMember, patch: MemberPatch): MemberEntry {
  const kept = <F extends keyof MemberPatch, V>(field: F, value: V) => {
    const said = patch[field];
    return said === undefined ? value : said;
  };
  const newNumber = patch.idNumber !== undefined && patch.idNumber !== null;
  return {
    name: patch.name ?? recorded.name,
    idNumber: kept('idNumber', recorded.idNumber),
    phone: kept('phone', recorded.phone),
    sex: kept('sex', newNumber ? null : row.sex),
    birthDate: kept('birthDate', newNumber ? null : row.birthDate),
    relationship: patch.relationship ?? row.relationship,
    ethnicity: kept('ethnicity', row.ethnicity),
    education: kept('education', row.education),
    schooling: kept('schooling', row.schooling),
    health: patch.health === undefined ? [...row.health] : (patch.health ?? []),
    disabilityGrade: kept('disabilityGrade', row.disabilityGrade),
    selfCare: patch.selfCare === undefined ? row.selfCare : (patch.selfCare ?? 'FULL'),
    labour: patch.labour ?? row.labour,
    employment: kept('employment', row.employment),
    medicalInsurance: kept('medicalInsurance', row.medicalInsurance),
    pensionInsurance: kept('pensionInsurance', row.pensionInsurance),
    safetyNet: kept('safetyNet', row.safetyNet),
  };
}

/** 成员的个人信息 · Personal data of a member in the open. */
export interface OpenedMember {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
}

/** 打开成员 · Opens the personal data of a member's row. */
export function openMember(row: MemberRow, cipher: FieldCipher): OpenedMember {
  return {
    name: cipher.open(row.nameSealed, { table: 'member', column: 'name_sealed', rowId: row.id }),
    idNumber: openIdNumber(row, cipher),
    phone:
      row.phoneSealed === null
        ? null
        : cipher.open(row.phoneSealed, { table: 'member', column: 'phone_sealed', rowId: row.id }),
  };
}

/** 打开身份号码 · The ID number of a member's row, or null. */
export function openIdNumber(row: Pick<MemberRow, 'id' | 'idNumberSealed'>, cipher: FieldCipher): string | null {
  if (row.idNumberSealed === null) return null;
  return cipher.open(row.idNumberSealed, { table: 'member', column: 'id_number_sealed', rowId: row.id });
}
