import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { SupportMeasure } from './support-measure.js';

/** 措施办结 · 完成、取消. @article 4.1 */
export const MEASURE_CONCLUSIONS = ['COMPLETED', 'CANCELLED'] as const;
export type MeasureConclusion = (typeof MEASURE_CONCLUSIONS)[number];

/** 措施办结 · How and when a measure is said to be over. @article 4.1 */
export interface ConclusionGiven {
  readonly on: CalendarDate;
  readonly status: MeasureConclusion;
  readonly note: string;
  /** Day of the measure's last delivery; null or absent where there is none. */
  readonly lastDeliveredOn?: CalendarDate | null;
}

/**
 * 措施办结审查 · A measure that was approved is completed once something was delivered, or cancelled, with a note.
 *
 * One that is planned belongs to its run, which cancels it when it is rejected.
 *
 * @article 4.1
 */
export function checkConclusion(
  measure: Pick<SupportMeasure, 'status' | 'startsOn' | 'firstDeliveredOn'>,
  { on, status, note, lastDeliveredOn }: ConclusionGiven,
  today: CalendarDate,
): Refusal[] {
  if (measure.status !== 'APPROVED' && measure.status !== 'IN_PROGRESS')
    return [refuse('INVALID_STATE', `the measure is ${measure.status}; it cannot be ${status}`, ['measureId'], '4.1')];
  const refusals: Refusal[] = [];
  if (note.trim() === '') refusals.push(refuse('BAD_VALUE', 'say how the measure ended', ['note'], '4.1'));
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '4.1'));
  if (lastDeliveredOn && on < lastDeliveredOn)
    refusals.push(refuse('DATE_ORDER', `something was delivered on ${lastDeliveredOn}, after ${on}`, ['on'], '4.1'));
  if (status === 'CANCELLED') return refusals;
  if (measure.firstDeliveredOn === null)
    refusals.push(refuse('INVALID_STATE', 'nothing was delivered under the measure: cancel it', ['status'], '4.1'));
  const first = measure.firstDeliveredOn ?? measure.startsOn;
  if (!lastDeliveredOn && first !== null && on < first)
    refusals.push(refuse('DATE_ORDER', `the measure began on ${first}, after ${on}`, ['on'], '4.1'));
  return refusals;
}
