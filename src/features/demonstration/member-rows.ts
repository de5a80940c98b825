import type { member } from '../member/member.table.js';
import type { StoryMember } from './story-member.js';

type MemberRow = typeof member.$inferInsert;

/** 成员之行 · The row of a member, as it is entered. @article 2.1 */
export function memberRow(
  owner: Pick<MemberRow, 'countyCode' | 'regionCode' | 'householdId'>,
  { facts, idNumber, ...own }: StoryMember,
): MemberRow {
  return {
    ...owner,
    id: facts.id,
    position: own.position,
    nameSealed: own.name,
    idNumberSealed: idNumber,
    phoneSealed: own.phone,
    sex: facts.sex!,
    birthDate: facts.birthDate,
    relationship: facts.relationship,
    ethnicity: own.ethnicity,
    education: own.education,
    schooling: facts.schooling,
    health: [...facts.health],
    disabilityGrade: facts.disabilityGrade,
    selfCare: facts.selfCare,
    labour: facts.labour,
    employment: own.employment,
    medicalInsurance: facts.medicalInsurance,
    pensionInsurance: own.pensionInsurance,
    safetyNet: facts.safetyNet,
  };
}
