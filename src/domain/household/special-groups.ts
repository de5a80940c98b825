import { ageOn, type CalendarDate } from '../kernel/calendar-date.js';
import { type MemberFacts, SPECIAL_GROUPS, type SpecialGroup } from './household.js';

/** 老年人 · From the age of 60: 《中华人民共和国老年人权益保障法》第二条. */
export const ELDERLY_FROM_AGE = 60;

/** 重度残疾 · Grades 1 and 2. */
export const SEVERE_DISABILITY_TO_GRADE = 2;

/** 重点关注所需的成员事实 · What the special groups are told from. @article 2.1 */
export type SpecialGroupFacts = Pick<MemberFacts, 'health' | 'disabilityGrade' | 'selfCare' | 'birthDate'>;

/**
 * 成员所属特殊群体 · The special groups that one member belongs to on a day.
 *
 * A disability without a grade, or lost self-care without a birth date, puts nobody in a group: see
 * `undeterminedGroupsOf`.
 *
 * @article 2.1
 */
export function specialGroupsOfMember(member: SpecialGroupFacts, on: CalendarDate): SpecialGroup[] {
  const age = member.birthDate === null ? null : ageOn(member.birthDate, on);
  const groups: [SpecialGroup, boolean][] = [
    ['CRITICAL_ILLNESS', member.health.includes('CRITICAL_ILLNESS')],
    ['HEAVY_CHRONIC_ILLNESS', member.health.includes('HEAVY_CHRONIC_ILLNESS')],
    ['SEVERE_DISABILITY', member.disabilityGrade !== null && member.disabilityGrade <= SEVERE_DISABILITY_TO_GRADE],
    ['INCAPACITATED_ELDERLY', member.selfCare === 'NONE' && age !== null && age >= ELDERLY_FROM_AGE],
  ];
  return groups.filter(([, holds]) => holds).map(([group]) => group);
}

/**
 * 家庭特殊群体 · The special groups of a household on a day, each once, in the order of the policy (R03).
 *
 * @article 2.1
 * @example specialGroupsOf([aged59WithoutSelfCare], on) // []; the day of the 60th birthday: ['INCAPACITATED_ELDERLY']
 */
export function specialGroupsOf(members: readonly SpecialGroupFacts[], on: CalendarDate): SpecialGroup[] {
  const found = new Set(members.flatMap((member) => specialGroupsOfMember(member, on)));
  return SPECIAL_GROUPS.filter((group) => found.has(group));
}

/** 待定特殊群体 · Groups that a missing grade or birth date leaves open for at least one member. @article 2.1 */
export function undeterminedGroupsOf(members: readonly SpecialGroupFacts[]): SpecialGroup[] {
  const gradeMissing = members.some(
    (member) => member.health.includes('DISABILITY') && member.disabilityGrade === null,
  );
  const birthMissing = members.some((member) => member.selfCare === 'NONE' && member.birthDate === null);
  return [
    ...(gradeMissing ? (['SEVERE_DISABILITY'] as const) : []),
    ...(birthMissing ? (['INCAPACITATED_ELDERLY'] as const) : []),
  ];
}
