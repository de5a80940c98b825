import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { GuaranteeCheck } from './guarantee-check.js';

/**
 * 保障核查校验 · Every reason why a check of the guarantees cannot be written; empty where it can.
 *
 * Two checks on one day may stand: the second is a second look, and the newer one counts.
 *
 * @param context  today, and the path of the check in the mutation's input
 * @article 2.1
 */
export function validateGuarantees(
  check: Pick<GuaranteeCheck, 'checkedOn'>,
  context: { readonly today: CalendarDate; readonly path: readonly string[] },
): Refusal[] {
  if (check.checkedOn <= context.today) return [];
  const message = `the guarantees were checked on ${check.checkedOn}, after today (${context.today})`;
  return [refuse('DATE_IN_FUTURE', message, [...context.path, 'checkedOn'])];
}
