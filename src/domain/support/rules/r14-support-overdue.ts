import type { CaseFacts } from '../../case/monitoring-case.js';
import type { CalendarDate } from '../../kernel/calendar-date.js';

/**
 * R14 帮扶逾期 · Whether a monitored case has no delivered measure after the last day of the province's limit.
 *
 * Tracking only is monitored too: its safety net is the measure that is delivered.
 *
 * @param dueOn  last day in time, from identification (a month in the rules seen); null where no limit is known
 * @article 4.1
 */
export function isSupportOverdue(
  facts: Pick<CaseFacts, 'status' | 'measures'>,
  dueOn: CalendarDate | null,
  on: CalendarDate,
): boolean {
  if (facts.status !== 'MONITORED' || dueOn === null || on <= dueOn) return false;
  return isWithoutSupport(facts, on);
}

/** R14 未落实帮扶 · Whether nothing has been delivered to a case by a day. @article 4.1 */
export function isWithoutSupport(facts: Pick<CaseFacts, 'measures'>, on: CalendarDate): boolean {
  return !facts.measures.some((measure) => measure.firstDeliveredOn !== null && measure.firstDeliveredOn <= on);
}
