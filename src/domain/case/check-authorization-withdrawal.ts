import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { isOpen } from './is-open.js';
import type { CaseFacts } from './monitoring-case.js';
import type { withdrawableAuthorization } from './withdrawable-authorization.js';

/**
 * 撤回授权 · A household may take its authorization of look-ups back on any day from the one on which it gave it; from then on nothing
 * more is looked up (R09). With the case an authorization has lapsed by itself.
 *
 * @param standing  the authorization that stands or may stand, null where there is none
 * @article 3.2, 5.4
 */
export function checkAuthorizationWithdrawal(
  facts: Pick<CaseFacts, 'status'>,
  standing: ReturnType<typeof withdrawableAuthorization>,
  { on, note }: { readonly on: CalendarDate; readonly note: string },
  today: CalendarDate,
): Refusal[] {
  if (!isOpen(facts.status)) {
    const message = `the case is ${facts.status}: its authorization has lapsed with it`;
    return [refuse('INVALID_STATE', message, ['caseId'], '3.2')];
  }
  if (standing === null) {
    const message = 'the household has given no authorization that stands, so there is none to withdraw';
    return [refuse('INVALID_STATE', message, ['caseId'], '3.2')];
  }
  const refusals: Refusal[] = [];
  if (note.trim() === '') refusals.push(refuse('BAD_VALUE', 'say how and by whom it was told', ['note'], '3.2'));
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '3.2'));
  if (on < standing.on) {
    const given =
      'source' in standing ? 'the household was identified in the national system' : 'the authorization was given';
    refusals.push(refuse('DATE_ORDER', `${given} on ${standing.on}, after ${on}`, ['on'], '3.2'));
  }
  return refusals;
}
