import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { CaseFacts } from './monitoring-case.js';

/**
 * R13 继续帮扶 · Support of a monitored case goes on, with a reason and a day by which it is looked at again.
 *
 * While an elimination is under way it is first rejected: afterwards it takes the whole procedure again.
 *
 * @article 3.3
 */
export function checkContinuedSupport(
  facts: Pick<CaseFacts, 'status'>,
  continued: { readonly reason: string; readonly reviewBy: CalendarDate },
  today: CalendarDate,
): Refusal[] {
  if (facts.status !== 'MONITORED')
    return [
      refuse('INVALID_STATE', `support continues from MONITORED; the case is ${facts.status}`, ['caseId'], '3.3'),
    ];
  const refusals: Refusal[] = [];
  if (continued.reason.trim() === '')
    refusals.push(refuse('BAD_VALUE', 'say what is not stable yet', ['reason'], '3.3'));
  if (continued.reviewBy <= today)
    refusals.push(
      refuse('DATE_ORDER', `the review lies ahead: after ${today}, not on ${continued.reviewBy}`, ['reviewBy'], '3.3'),
    );
  return refusals;
}
