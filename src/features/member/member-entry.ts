import type { Sex } from '../../domain/household/household.js';
import { type IdNumber, readIdNumber } from '../../domain/household/id-number.js';
import type { MemberDraft } from '../../domain/household/member-draft.js';
import { faultOfText } from '../../domain/kernel/entered-text.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { MemberInput } from './member.input.js';
import type { member } from './member.table.js';

/** 成员录入 · A member as it is entered; the public input fits. */
export type MemberEntry = Readonly<MemberInput>;

/** 成员内容 · A member in the open, every field said, before it is sealed. */
export interface MemberContent extends Omit<MemberDraft, 'statedByIdNumber' | 'sex'> {
  readonly name: string;
  /** 18 characters; null where there is none. */
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly selfCare: NonNullable<MemberInput['selfCare']>;
  readonly labour: MemberInput['labour'];
  readonly employment: string | null;
  readonly medicalInsurance: boolean;
  readonly pensionInsurance: boolean;
  readonly safetyNet: NonNullable<MemberInput['safetyNet']>;
}

/** 录入的成员 · What was read of an input: content, what the composition rules look at, and reasons against the texts. */
export interface ReadMember {
  readonly content: MemberContent;
  readonly draft: MemberDraft;
  readonly refusals: readonly Refusal[];
}

const LONGEST = { name: 60, phone: 30, education: 50, schooling: 50, employment: 200 } as const;
/** GB/T 3304: 01 to 56, 97 others, 98 of foreign descent. */
const ETHNICITY = /^(0[1-9]|[1-4]\d|5[0-6]|9[78])$/;

/**
 * 读成员 · Reads a member as it was entered: texts trimmed, sex and birth date taken from the ID number where they are not
 * said, a disability card's grade likewise.
 *
 * @param path  of the member in the mutation's input
 */
export function readMember(input: MemberEntry, path: readonly string[]): ReadMember {
  const stated = readNumber(input.idNumber);
  const number = stated === null || 'fault' in stated ? null : stated;
  const refusals = [
    ...(stated !== null && 'fault' in stated ? [refuse('BAD_VALUE', stated.fault, [...path, 'idNumber'])] : []),
    ...faultsOfTexts(input, path),
    ...faultOfGrade(input, number, path),
  ];
  const health = healthOf(input, number);
  const draft: MemberDraft = {
    relationship: input.relationship,
    sex: input.sex ?? number?.sex ?? (stated === null ? null : 'MALE'),
    birthDate: input.birthDate ?? number?.birthDate ?? null,
    statedByIdNumber: number,
    education: trimmed(input.education),
    schooling: trimmed(input.schooling),
    health,
    disabilityGrade: input.disabilityGrade ?? number?.disabilityCard?.grade ?? null,
  };
  const { statedByIdNumber: _stated, ...facts } = draft;
  const content: MemberContent = {
    ...facts,
    sex: draft.sex ?? 'MALE',
    name: input.name.trim(),
    idNumber: number?.number ?? null,
    phone: trimmed(input.phone),
    ethnicity: trimmed(input.ethnicity),
    selfCare: input.selfCare ?? 'FULL',
    labour: input.labour,
    employment: trimmed(input.employment),
    medicalInsurance: input.medicalInsurance ?? false,
    pensionInsurance: input.pensionInsurance ?? false,
    safetyNet: input.safetyNet ?? 'NONE',
  };
  return { content, draft, refusals };
}

/** 成员列值 · The columns of a member's row, personal data sealed for that row. */
export function memberColumns(
  content: MemberContent,
  rowId: string,
  cipher: FieldCipher,
): Omit<typeof member.$inferInsert, 'countyCode' | 'id' | 'regionCode' | 'householdId' | 'position'> {
  const { name, idNumber, phone, health, ...plain } = content;
  const seal = (column: string, text: string | null): string | null =>
    text === null ? null : cipher.seal(text, { table: 'member', column, rowId });
  return {
    ...plain,
    health: [...health],
    nameSealed: cipher.seal(name, { table: 'member', column: 'name_sealed', rowId }),
    idNumberSealed: seal('id_number_sealed', idNumber),
    phoneSealed: seal('phone_sealed', phone),
  };
}

/** 户内重复号码 · Refuses an ID number that stands twice in one household. @param pathOf  path of the member at a place */
export function repeatedNumbers(
  numbers: readonly (string | null)[],
  pathOf: (index: number) => readonly string[],
): Refusal[] {
  return numbers.flatMap((number, index) => {
    const first = number === null ? -1 : numbers.indexOf(number);
    if (first < 0 || first === index) return [];
    const message = 'the same ID number is given for another member of this household';
    return [refuse('BAD_VALUE', message, [...pathOf(index), 'idNumber'])];
  });
}

function readNumber(text: string | null | undefined): IdNumber | { readonly fault: string } | null {
  return text === null || text === undefined ? null : readIdNumber(text.trim());
}

/** A disability card says that there is a disability. */
function healthOf(input: MemberEntry, number: IdNumber | null): MemberDraft['health'] {
  const health = input.health ?? [];
  return number?.disabilityCard && !health.includes('DISABILITY') ? [...health, 'DISABILITY'] : health;
}

function faultOfGrade(input: MemberEntry, number: IdNumber | null, path: readonly string[]): Refusal[] {
  const grade = number?.disabilityCard?.grade;
  const given = input.disabilityGrade;
  if (grade === undefined || given === null || given === undefined || given === grade) return [];
  const message = "the grade does not agree with the disability card's number";
  return [refuse('BAD_VALUE', message, [...path, 'disabilityGrade'])];
}

function faultsOfTexts(input: MemberEntry, path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [field, longest] of Object.entries(LONGEST)) {
    const text = input[field as keyof typeof LONGEST];
    const fault = text === null || text === undefined ? null : faultOfText(text, longest);
    if (fault !== null) refusals.push(refuse('BAD_VALUE', `${field} ${fault}`, [...path, field]));
  }
  const ethnicity = trimmed(input.ethnicity);
  if (ethnicity !== null && !ETHNICITY.test(ethnicity)) {
    const message = 'ethnicity is a two-digit code of GB/T 3304: 01 to 56, 97 or 98';
    refusals.push(refuse('BAD_VALUE', message, [...path, 'ethnicity']));
  }
  return refusals;
}

function trimmed(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : text.trim();
}
