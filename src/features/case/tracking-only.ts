import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import { shouldTrackOnly, trackingVisitDueOn } from '../../domain/elimination/should-track-only.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { CaseParts, CaseRow } from './case-facts.js';

/** 跟踪监测的依据 · The case as a change leaves it, and what R12 asks of its household. */
export interface TrackingBasis {
  readonly row: Pick<CaseRow, 'trackingOnly' | 'supportContinued' | 'nextReviewOn'>;
  readonly status: CaseStatus;
  readonly measures: readonly SupportMeasure[];
  readonly members: CaseParts['members'];
  readonly rules: Pick<ProvinceRules, 'socialSecurityInstruments' | 'trackingVisitMonths'>;
  readonly on: CalendarDate;
}

/** 跟踪监测的变化 · Columns of the case that change; none where it stays as it is. */
export interface TrackingColumns {
  readonly trackingOnly?: boolean;
  readonly nextReviewOn?: CalendarDate | null;
}

/**
 * 跟踪走访的变化 · The next visit of a household that is tracked only counts from the newest one, so that one entered late moves
 * nothing back; a review that was set for weak stability stands.
 *
 * @article 3.3
 */
export function visitColumns(
  { trackingOnly, supportContinued, nextReviewOn }: TrackingBasis['row'],
  visitedOn: CalendarDate,
  rules: Pick<ProvinceRules, 'trackingVisitMonths'>,
): TrackingColumns {
  const due = trackingVisitDueOn(visitedOn, rules.trackingVisitMonths?.value ?? null);
  if (!trackingOnly || supportContinued || due === null) return {};
  return nextReviewOn !== null && due <= nextReviewOn ? {} : { nextReviewOn: due };
}

/**
 * 持续跟踪监测 · What R12 makes of a case after a change: tracked only, with the day of the first visit, or no longer.
 *
 * A review that was set for weak stability stands; the earlier day counts.
 *
 * @article 3.3
 */
export function trackingColumns({ row, status, measures, members, rules, on }: TrackingBasis): TrackingColumns {
  const { socialSecurityInstruments, trackingVisitMonths } = rules;
  const trackingOnly = shouldTrackOnly({ status, members, measures, socialSecurityInstruments });
  if (trackingOnly === row.trackingOnly) return {};
  if (!trackingOnly) return row.supportContinued ? { trackingOnly } : { trackingOnly, nextReviewOn: null };
  const visit = trackingVisitDueOn(on, trackingVisitMonths?.value ?? null);
  const earlier = row.nextReviewOn !== null && (visit === null || row.nextReviewOn <= visit);
  return earlier ? { trackingOnly } : { trackingOnly, nextReviewOn: visit };
}
