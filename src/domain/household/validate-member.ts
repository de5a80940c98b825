import { type CalendarDate, date } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { MemberDraft } from './member-draft.js';

/** Earlier than this is a slip of the pen: nobody alive was born before. */
const EARLIEST_BIRTH = date('1900-01-01');

/**
 * 成员校验 · Every reason why a member cannot be recorded so; empty where it can.
 *
 * @param context  today, and the path of the member in the mutation's input
 * @article 2.1
 */
export function validateMember(
  member: MemberDraft,
  context: { readonly today: CalendarDate; readonly path: readonly string[] },
): Refusal[] {
  const { path } = context;
  return [
    ...checkBirth(member, context.today, path),
    ...checkIdNumber(member, path),
    ...checkSchooling(member, path),
    ...checkHealth(member, path),
  ];
}

function checkBirth({ birthDate }: MemberDraft, today: CalendarDate, path: readonly string[]): Refusal[] {
  const at = [...path, 'birthDate'];
  if (birthDate === null) return [];
  if (birthDate > today) return [refuse('DATE_IN_FUTURE', `born on ${birthDate}, after today (${today})`, at)];
  if (birthDate < EARLIEST_BIRTH) return [refuse('BAD_VALUE', `born on ${birthDate}, before ${EARLIEST_BIRTH}`, at)];
  return [];
}

function checkIdNumber(member: MemberDraft, path: readonly string[]): Refusal[] {
  const { statedByIdNumber: stated, birthDate, sex } = member;
  if (stated === null) {
    return sex === null ? [refuse('BAD_VALUE', 'give the sex where no ID number tells it', [...path, 'sex'])] : [];
  }
  const refusals: Refusal[] = [];
  // The day itself is personal data: the message names the field and never the number's own day.
  if (birthDate !== null && birthDate !== stated.birthDate) {
    refusals.push(refuse('BAD_VALUE', 'the birth date does not agree with the ID number', [...path, 'birthDate']));
  }
  if (sex !== null && sex !== stated.sex) {
    refusals.push(refuse('BAD_VALUE', 'the sex does not agree with the ID number', [...path, 'sex']));
  }
  return refusals;
}

function checkSchooling({ education, schooling }: MemberDraft, path: readonly string[]): Refusal[] {
  if (education === null || schooling === null) return [];
  const message = 'give education (文化程度) or schooling (在校生状况), not both';
  return [refuse('BAD_VALUE', message, [...path, 'schooling'], 'G')];
}

function checkHealth({ health, disabilityGrade }: MemberDraft, path: readonly string[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (new Set(health).size !== health.length) {
    refusals.push(refuse('BAD_VALUE', 'a health condition is given twice', [...path, 'health']));
  }
  if (disabilityGrade === null) return refusals;
  const at = [...path, 'disabilityGrade'];
  if (!Number.isInteger(disabilityGrade) || disabilityGrade < 1 || disabilityGrade > 4) {
    refusals.push(refuse('BAD_VALUE', `a disability grade is 1 (most severe) to 4; found ${disabilityGrade}`, at));
  }
  if (!health.includes('DISABILITY')) {
    refusals.push(refuse('BAD_VALUE', 'a disability grade needs DISABILITY among the health conditions', at, '2.1'));
  }
  return refusals;
}
