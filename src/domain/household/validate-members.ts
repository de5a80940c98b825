import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { Relationship } from './household.js';
import type { MemberDraft } from './member-draft.js';
import { validateMember } from './validate-member.js';

/** 录入环境 · @article none — technical */
export interface MembersContext {
  readonly today: CalendarDate;
  /** Path of the list in the mutation's input, e.g. `['members']`. */
  readonly path: readonly string[];
}

/**
 * 家庭构成校验 · Every reason why these cannot be the present members of one household; empty where they can.
 *
 * Exactly one head, at most one spouse of the head, and each member sound by itself (see `validateMember`).
 *
 * @param members  all present members, those already registered included
 * @article 2.1
 */
export function validateMembers(members: readonly MemberDraft[], context: MembersContext): Refusal[] {
  return [
    ...checkHead(members, context.path),
    ...checkSpouse(members, context.path),
    ...members.flatMap((member, index) =>
      validateMember(member, { today: context.today, path: [...context.path, String(index)] }),
    ),
  ];
}

function checkHead(members: readonly MemberDraft[], path: readonly string[]): Refusal[] {
  const heads = indexesOf(members, 'HEAD');
  if (heads.length === 0)
    return [refuse('BAD_VALUE', 'a household has exactly one head (户主); found none', path, '2.1')];
  return heads.slice(1).map((index) => {
    const message = `a household has exactly one head (户主); found ${heads.length}`;
    return refuse('BAD_VALUE', message, [...path, String(index), 'relationship'], '2.1');
  });
}

function checkSpouse(members: readonly MemberDraft[], path: readonly string[]): Refusal[] {
  const spouses = indexesOf(members, 'SPOUSE');
  return spouses.slice(1).map((index) => {
    const message = `the head has at most one spouse (配偶); found ${spouses.length}`;
    return refuse('BAD_VALUE', message, [...path, String(index), 'relationship'], '2.1');
  });
}

function indexesOf(members: readonly MemberDraft[], relationship: Relationship): number[] {
  return members.flatMap((member, index) => (member.relationship === relationship ? [index] : []));
}
