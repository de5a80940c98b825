import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { Relationship } from './household.js';
import type { MemberDraft } from './member-draft.js';
import { validateMember } from './validate-member.js';

/**
 * 成员与家庭校验 · Every reason why a member cannot stand so beside the others of its household; empty where it can.
 *
 * @param others  what the other present members are to the head
 * @param context  today, and the path of the member in the mutation's input
 * @article 2.1
 */
export function validateBeside(
  member: MemberDraft,
  others: readonly Relationship[],
  context: { readonly today: CalendarDate; readonly path: readonly string[] },
): Refusal[] {
  const reason = faultOfPlace(member.relationship, others);
  const refused = reason === null ? [] : [refuse('BAD_VALUE', reason, [...context.path, 'relationship'], '2.1')];
  return [...refused, ...validateMember(member, context)];
}

function faultOfPlace(own: Relationship, others: readonly Relationship[]): string | null {
  const hasHead = others.includes('HEAD');
  if (own === 'HEAD' && hasHead)
    return 'the household has a head (户主); add the member with another relationship, then make it head with updateMember';
  if (own !== 'HEAD' && !hasHead)
    return 'a household has exactly one head (户主); make another member HEAD, and this one is no longer';
  if (own === 'SPOUSE' && others.includes('SPOUSE')) return 'the head has at most one spouse (配偶); there is one';
  return null;
}
