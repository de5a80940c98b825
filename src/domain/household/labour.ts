import type { LabourCapacity, MemberFacts } from './household.js';

/** 有劳动能力 · Skilled, ordinary, and weak or half labour. */
const ABLE: readonly LabourCapacity[] = ['SKILLED', 'ORDINARY', 'WEAK'];

/** 劳动力人数 · Members who are SKILLED, ORDINARY or WEAK. @article 3.3 */
export function labourCount(members: readonly Pick<MemberFacts, 'labour'>[]): number {
  return members.filter((member) => ABLE.includes(member.labour)).length;
}

/** 劳动能力 · Whether any member is SKILLED, ORDINARY or WEAK (R12, R17). @article 3.3 */
export function hasLabourCapacity(members: readonly Pick<MemberFacts, 'labour'>[]): boolean {
  return labourCount(members) > 0;
}

/** 部分丧失劳动能力 · Whether there is labour, and all of it weak or half (R17). @article 4.2 */
export function hasOnlyWeakLabour(members: readonly Pick<MemberFacts, 'labour'>[]): boolean {
  const able = members.filter((member) => ABLE.includes(member.labour));
  return able.length > 0 && able.every((member) => member.labour === 'WEAK');
}
