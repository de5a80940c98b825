import type { CaseFacts } from '../case/monitoring-case.js';
import type { MemberFacts } from '../household/household.js';
import { hasLabourCapacity } from '../household/labour.js';
import { addMonths, type CalendarDate } from '../kernel/calendar-date.js';

/** 持续跟踪监测 · What R12 asks about a household. @article 3.3 */
export interface TrackingQuestion {
  readonly status: CaseFacts['status'];
  readonly members: readonly Pick<MemberFacts, 'labour' | 'safetyNet'>[];
  readonly measures: CaseFacts['measures'];
  /** Codes of the province's social-security measures; null where no rule lists them. */
  readonly socialSecurityInstruments: { readonly value: readonly string[] } | null;
}

/**
 * R12 社会保障措施落实 · Whether the safety net is in place: a member has the allowance or extreme-poverty support, or a
 * measure of the province's list was delivered and has not been cancelled.
 *
 * @article 3.3
 */
export function hasSafetyNet({
  members,
  measures,
  socialSecurityInstruments,
}: Omit<TrackingQuestion, 'status'>): boolean {
  if (members.some((member) => member.safetyNet !== 'NONE')) return true;
  const listed = socialSecurityInstruments?.value ?? null;
  return measures.some(
    (measure) =>
      measure.status !== 'CANCELLED' &&
      measure.firstDeliveredOn !== null &&
      (listed?.includes(measure.instrument) ?? measure.nature === 'SAFETY_NET'),
  );
}

/**
 * R12 暂不标注、持续跟踪监测 · Whether a monitored case is tracked only: no labour capacity, and the safety net in place.
 *
 * Labour regained ends it, at the next answer. Without a member recorded nothing is known of labour, and it is not.
 *
 * @article 3.3
 */
export function shouldTrackOnly(question: TrackingQuestion): boolean {
  const { status, members } = question;
  if (status !== 'MONITORED' && status !== 'UNDER_ELIMINATION') return false;
  return members.length > 0 && !hasLabourCapacity(members) && hasSafetyNet(question);
}

/**
 * R12 跟踪走访 · Last day on which the next visit of a household that is tracked only is in time; null where no interval is set.
 *
 * @param lastVisit  the last visit, or the day from which it is tracked
 * @param months  the province's interval
 * @article 3.3
 */
export function trackingVisitDueOn(lastVisit: CalendarDate, months: number | null): CalendarDate | null {
  return months === null ? null : addMonths(lastVisit, months);
}
