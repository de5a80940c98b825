import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Fen, fen, formatYuan } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { MeasureStatus, SupportMeasure } from './support-measure.js';

/** 落实帮扶 · Something delivered under a measure, in cash or in kind. @article 4.1 */
export interface DeliveryGiven {
  readonly on: CalendarDate;
  readonly amount?: Fen | null;
  readonly inKind?: string | null;
}

/** 落实帮扶审查 · A delivery and the measure that it is of. @article 4.1 */
export interface DeliveryQuestion {
  readonly measure: Pick<SupportMeasure, 'status' | 'budget' | 'delivered' | 'startsOn'>;
  /** Most that one measure of the instrument may deliver; null for no cap. */
  readonly cap: Fen | null;
  readonly delivery: DeliveryGiven;
  readonly today: CalendarDate;
  /** The day the case was opened: nothing was delivered under it before. */
  readonly openedOn: CalendarDate;
}

/** 有无内容 · A delivery is an amount over nothing, or something in kind. @article 4.1 */
export function checkDelivered({ amount, inKind }: DeliveryGiven): Refusal[] {
  const given = amount ?? null;
  if (given !== null && given <= 0)
    return [
      refuse('BAD_VALUE', `an amount delivered is more than 0.00 yuan, not ${formatYuan(given)}`, ['amount'], '4.1'),
    ];
  if (given !== null || (inKind ?? '').trim() !== '') return [];
  return [refuse('BAD_VALUE', 'say the amount, or what was given in kind', ['amount'], '4.1')];
}

/**
 * 落实帮扶审查 · Deliveries add up to no more than budget and cap, on days that have come and not before the measure starts.
 *
 * What is given after the measure's last day is taken: papers are paid late.
 *
 * @article 4.1
 */
export function checkDelivery({ measure, cap, delivery, today, openedOn }: DeliveryQuestion): Refusal[] {
  if (measure.status !== 'APPROVED' && measure.status !== 'IN_PROGRESS') {
    const message = `the measure is ${measure.status}; deliveries are recorded once it is APPROVED`;
    return [refuse('INVALID_STATE', message, ['measureId'], '4.1')];
  }
  const refusals = checkDelivered(delivery);
  const { on } = delivery;
  const first = measure.startsOn ?? openedOn;
  if (on > today) refusals.push(refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '4.1'));
  if (on < first) refusals.push(refuse('DATE_ORDER', `the measure starts on ${first}, after ${on}`, ['on'], '4.1'));
  const total = fen(measure.delivered + Math.max(0, delivery.amount ?? 0));
  for (const [limit, what] of [
    [measure.budget, 'its budget'],
    [cap, "the instrument's cap"],
  ] as const) {
    if (limit === null || total <= limit || !delivery.amount) continue;
    const message = `deliveries would add up to ${formatYuan(total)} yuan, over ${what} of ${formatYuan(limit)} yuan`;
    refusals.push(refuse('RULE_VIOLATION', message, ['amount'], '4.1'));
  }
  return refusals;
}

/** 落实之后 · The measure once the delivery is recorded. @article 4.1 */
export interface MeasureAfterDelivery {
  readonly status: MeasureStatus;
  readonly delivered: Fen;
  readonly firstDeliveredOn: CalendarDate;
}

/** 落实之后 · In progress, its deliveries added up, its first day the earliest, however late it was entered. @article 4.1 */
export function afterDelivery(
  measure: Pick<SupportMeasure, 'delivered' | 'firstDeliveredOn'>,
  delivery: DeliveryGiven,
): MeasureAfterDelivery {
  const { firstDeliveredOn: first, delivered } = measure;
  return {
    status: 'IN_PROGRESS',
    delivered: fen(delivered + (delivery.amount ?? 0)),
    firstDeliveredOn: first !== null && first < delivery.on ? first : delivery.on,
  };
}
