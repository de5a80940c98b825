import type { CalendarDate } from '../kernel/calendar-date.js';
import { GUARANTEES, type GuaranteeCheck, type GuaranteeName } from './guarantee-check.js';

/**
 * 当日保障状况 · The newest check by a day; the first in the list where two are of one day. Null where there is none.
 *
 * @param checks  newest first
 * @article 2.1
 */
export function guaranteesOn(checks: readonly GuaranteeCheck[], on: CalendarDate): GuaranteeCheck | null {
  let found: GuaranteeCheck | null = null;
  for (const check of checks) {
    if (check.checkedOn <= on && (found === null || check.checkedOn > found.checkedOn)) found = check;
  }
  return found;
}

/** 未保障项 · The guarantees that are not SECURE, in the order of the policy. @article 2.1 */
export function notSecure(check: GuaranteeCheck): GuaranteeName[] {
  return GUARANTEES.filter((name) => check[name] !== 'SECURE');
}
