import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { isOpen } from './is-open.js';
import type { CaseFacts } from './monitoring-case.js';

/** 退出原因 · 全户死亡、迁出、并户、误录. @article G */
export const WITHDRAWAL_REASONS = ['DIED_OUT', 'MOVED_AWAY', 'MERGED', 'ENTERED_IN_ERROR'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/**
 * 退出监测 · An open case is withdrawn with a note, not before it was opened and not in the future; a run under way stops.
 *
 * @article G
 */
export function checkWithdrawal(
  facts: Pick<CaseFacts, 'status' | 'openedOn'>,
  withdrawal: { readonly on: CalendarDate; readonly note: string },
  today: CalendarDate,
): Refusal[] {
  if (!isOpen(facts.status))
    return [refuse('INVALID_STATE', `the case is ${facts.status}; only an open one is withdrawn`, ['caseId'], 'G')];
  const refusals: Refusal[] = [];
  if (withdrawal.note.trim() === '') refusals.push(refuse('BAD_VALUE', 'say why the case is withdrawn', ['note'], 'G'));
  if (withdrawal.on > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${withdrawal.on} has not come; today is ${today}`, ['on'], 'G'));
  if (withdrawal.on < facts.openedOn)
    refusals.push(
      refuse('DATE_ORDER', `the case was opened on ${facts.openedOn}, after ${withdrawal.on}`, ['on'], 'G'),
    );
  return refusals;
}
