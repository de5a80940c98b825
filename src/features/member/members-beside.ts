import { relationshipAfterChangeOfHead } from '../../domain/household/change-of-head.js';
import type { Relationship } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { faultOfText } from '../../domain/kernel/entered-text.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { notFound, Refused } from '../change/index.js';
import type { MemberRow } from './member-row.repository.js';

const LONGEST_REASON = 200;

/** 本人 · The member that is meant. @throws Refused NOT_FOUND when the member left while the household was waited for @article 2.1 */
export function ownRow(members: readonly MemberRow[], id: string | undefined): MemberRow {
  const own = members.find((member) => member.id === id);
  if (own === undefined) throw new Refused([notFound('memberId')]);
  return own;
}

/** 其他成员 · The other members as they would be: turned round where the head changes. @article 2.1 */
export function othersAfter(members: readonly MemberRow[], own: MemberRow, relationship: Relationship): MemberRow[] {
  const others = members.filter((member) => member !== own);
  if (relationship !== 'HEAD' || own.relationship === 'HEAD') return others;
  return others.map((other) => {
    const after = relationshipAfterChangeOfHead(other.relationship, own.relationship);
    return after === other.relationship ? other : { ...other, relationship: after };
  });
}

/** 离户审查 · What stands against a member's leaving: the head stays while there is nobody else in the place. @article 2.1 */
export function faultsOfLeaving(
  own: MemberRow,
  members: readonly MemberRow[],
  { on, reason }: { readonly on: CalendarDate; readonly reason: string },
  today: CalendarDate,
): Refusal[] {
  const refusals: Refusal[] = [];
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `the member left on ${on}, after today (${today})`, ['on']));
  if (own.birthDate !== null && on < own.birthDate)
    refusals.push(refuse('DATE_ORDER', `the member left on ${on}, before birth`, ['on']));
  const fault = faultOfText(reason, LONGEST_REASON);
  if (fault !== null) refusals.push(refuse('BAD_VALUE', `reason ${fault}`, ['reason']));
  if (own.relationship === 'HEAD') {
    const message =
      members.length > 1
        ? 'the head (户主) cannot leave before another member is made HEAD with updateMember'
        : 'the last member cannot leave: a household that has died out or moved away is ended by withdrawing its case';
    refusals.push(refuse('INVALID_STATE', message, ['memberId'], '2.1'));
  }
  return refusals;
}
