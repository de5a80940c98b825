import type { HouseholdFacts } from '../household/household-facts.js';
import type { MemberDraft } from '../household/member-draft.js';
import { validateMember } from '../household/validate-member.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { type Corrected, inSet, MEMBER_FIELDS, type MemberCorrection } from './correction.js';

/** 成员更正 · A present member of a household, and what of it is put right. @article 2.1 */
export interface MemberCorrectionQuestion {
  readonly facts: HouseholdFacts;
  readonly memberId: string;
  readonly set: MemberCorrection;
  /** What the member's ID number says of itself; null where none is recorded. */
  readonly statedByIdNumber: MemberDraft['statedByIdNumber'];
  readonly education: string | null;
  readonly today: CalendarDate;
}

/**
 * 更正成员 · Puts right what the rules read of a member: birth date, sex, health, disability, self-care, labour, schooling,
 * medical insurance and safety net. It is held to what any member is; an ID number goes on to say the birth date and the sex.
 *
 * @article 2.1
 */
export function decideMemberCorrection(question: MemberCorrectionQuestion): Corrected<HouseholdFacts> {
  const { facts, memberId, set, statedByIdNumber, education, today } = question;
  const before = facts.members.find(({ id }) => id === memberId);
  if (before === undefined)
    return { refusals: [refuse('INVALID_STATE', 'the member has left the household', ['subjectId'], '2.1')] };
  const fields = MEMBER_FIELDS.filter((field) => set[field] !== undefined);
  const said = Object.fromEntries(fields.map((field) => [field, set[field]]));
  const after = { ...before, ...said };
  const of = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, values[field]]));
  const same = (field: (typeof fields)[number]): boolean =>
    JSON.stringify(after[field]) === JSON.stringify(before[field]);
  const refusals: Refusal[] = [
    ...fields
      .filter(same)
      .map((field) => refuse('BAD_VALUE', `the ${field} is recorded so already`, inSet(field), '2.1')),
    ...validateMember({ ...after, statedByIdNumber, education }, { today, path: inSet() }),
  ];
  if (fields.length === 0)
    refusals.push(refuse('BAD_VALUE', `say what is put right: ${MEMBER_FIELDS.join(', ')}`, inSet(), '2.1'));
  if (refusals.length > 0) return { refusals };
  const members = facts.members.map((member) => (member === before ? after : member));
  return { after: { ...facts, members }, before: of({ ...before }), values: of(after), consequences: [] };
}
