import type { CaseRisk } from '../case/monitoring-case.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Fen, fen, formatYuan } from '../kernel/money.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import { checkDelivered } from '../support/check-delivery.js';
import type { PolicyInstrument } from '../support/policy-instrument.js';
import { socialProvider } from '../support/rules/r18-social-provider.js';
import type { SupportMeasure } from '../support/support-measure.js';
import { type Corrected, inSet, type MeasureCorrection } from './correction.js';

/** 措施更正 · A measure, what of it or of its deliveries is put right, and what bounds it. @article 4.1 */
export interface MeasureCorrectionQuestion {
  /** With its deliveries. */
  readonly measure: SupportMeasure;
  /** What the register keeps sealed: who provides the measure, and what the delivery named in `set` gave in kind. */
  readonly kept: { readonly provider: string | null; readonly inKind: string | null };
  readonly set: MeasureCorrection;
  readonly risks: readonly CaseRisk[];
  readonly openedOn: CalendarDate;
  /** The instrument as it stood when it was planned; null where it is not known any more. */
  readonly instrument: Pick<PolicyInstrument, 'cap' | 'fundingSources'> | null;
  readonly today: CalendarDate;
}

/** 更正后的措施 · A measure with who provides it, in the open. @article 4.3 */
export interface CorrectedMeasure extends SupportMeasure {
  readonly provider: string | null;
}

/** A text of blanks is none. */
const asKept = <T>(value: T): T | string | null => (typeof value === 'string' ? value.trim() || null : value);

const FIELDS = ['addresses', 'timing', 'fundingSource', 'provider', 'budget', 'startsOn', 'endsOn'] as const;

/**
 * 更正措施 · Puts right what a measure addresses, whether it prevents, who pays and provides it, its budget and days, or the day, the
 * amount and the things of one of its deliveries; the sum, and the day of the first delivery, follow.
 *
 * Social assistance keeps its provider (R18), and urgent help answers what has happened.
 *
 * @article 4.1
 */
export function decideMeasureCorrection(question: MeasureCorrectionQuestion): Corrected<CorrectedMeasure> {
  const { set } = question;
  const measure: CorrectedMeasure = { ...question.measure, provider: question.kept.provider };
  const fields = FIELDS.filter((field) => set[field] !== undefined);
  const refusals: Refusal[] = fields
    .filter((field) => JSON.stringify(asKept(set[field])) === JSON.stringify(measure[field]))
    .map((field) => refuse('BAD_VALUE', `the ${field} is recorded so already`, inSet(field), '4.1'));
  if (fields.length === 0 && set.delivery === undefined)
    refusals.push(refuse('BAD_VALUE', `say what is put right: ${FIELDS.join(', ')} or delivery`, inSet(), '4.1'));
  const delivered = set.delivery === undefined ? null : correctedDelivery(question, set.delivery);
  if (delivered !== null && 'refusals' in delivered) refusals.push(...delivered.refusals);
  const said = Object.fromEntries(fields.map((field) => [field, asKept(set[field])]));
  const sums = delivered !== null && 'deliveries' in delivered ? summed(delivered.deliveries) : {};
  const after: CorrectedMeasure = { ...measure, ...said, ...sums };
  refusals.push(...boundRefusals(question, after));
  // What is wrong with the delivery by itself was said already.
  if (delivered === null || 'deliveries' in delivered) refusals.push(...orderRefusals(question, after));
  if (refusals.length > 0) return { refusals };
  const money = (value: unknown, field: string): unknown =>
    field === 'budget' && typeof value === 'number' ? formatYuan(value as Fen) : value;
  const of = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(fields.map((field) => [field, money(values[field], field)]));
  const both = delivered !== null && 'before' in delivered ? delivered : null;
  return {
    after,
    before: { ...of({ ...measure }), ...(both === null ? {} : { delivery: both.before }) },
    values: { ...of({ ...after }), ...(both === null ? {} : { delivery: both.after }) },
    consequences: [],
  };
}

type Deliveries = NonNullable<SupportMeasure['deliveries']>;
type DeliveryCorrected =
  | { readonly refusals: readonly Refusal[] }
  | { readonly deliveries: Deliveries; readonly before: object; readonly after: object };

function correctedDelivery(
  { measure, kept, openedOn, today }: MeasureCorrectionQuestion,
  { on, number = 1, day, amount, inKind }: NonNullable<MeasureCorrection['delivery']>,
): DeliveryCorrected {
  const path = inSet('delivery');
  const deliveries = measure.deliveries ?? [];
  const own = deliveries.filter((one) => one.on === on)[number - 1];
  if (own === undefined) {
    const message = `nothing was delivered on ${on}${number > 1 ? ` for the ${number}th time` : ''}; one that is missing is recorded, not corrected`;
    return { refusals: [refuse('BAD_VALUE', message, [...path, 'on'], '4.1')] };
  }
  const before = { ...own, inKind: kept.inKind };
  const after = {
    on: day ?? own.on,
    amount: amount === undefined ? own.amount : amount,
    inKind: inKind === undefined ? kept.inKind : asKept(inKind),
  };
  const refusals: Refusal[] = [];
  if (after.on === before.on && after.amount === before.amount && after.inKind === before.inKind)
    refusals.push(refuse('BAD_VALUE', 'the delivery is recorded so already', path, '4.1'));
  if (amount !== undefined || inKind !== undefined)
    for (const { code, message } of checkDelivered(after))
      refusals.push(refuse(code, message, [...path, amount === undefined ? 'inKind' : 'amount'], '4.1'));
  if (after.on > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${after.on} has not come; today is ${today}`, [...path, 'day'], '4.1'));
  if (after.on < openedOn)
    refusals.push(
      refuse('DATE_ORDER', `the case was opened on ${openedOn}, after ${after.on}`, [...path, 'day'], '4.1'),
    );
  if (refusals.length > 0) return { refusals };
  const told = (one: typeof after) => ({
    on: one.on,
    amount: one.amount === null ? null : formatYuan(one.amount),
    ...(inKind === undefined ? {} : { inKind: one.inKind }),
  });
  return {
    deliveries: deliveries.map((one) => (one === own ? { on: after.on, amount: after.amount } : one)),
    before: { ...told(before), number },
    after: told(after),
  };
}

function summed(deliveries: Deliveries) {
  const firstDeliveredOn = deliveries.map(({ on }) => on).sort()[0] ?? null;
  const delivered = fen(deliveries.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
  return { deliveries, delivered, firstDeliveredOn };
}

function boundRefusals({ set, risks, instrument }: MeasureCorrectionQuestion, after: CorrectedMeasure): Refusal[] {
  const refusals: Refusal[] = [];
  if (set.timing === 'PREVENTIVE' && after.urgent)
    refusals.push(refuse('RULE_VIOLATION', 'urgent help answers what has happened', inSet('timing'), '4.1'));
  if (set.provider !== undefined || set.fundingSource !== undefined)
    for (const { code, message } of socialProvider({ measures: [after] }))
      refusals.push(refuse(code, message, inSet('provider'), '4.3'));
  for (const [index, code] of (set.addresses ?? []).entries())
    if (!risks.some(({ riskType }) => riskType === code))
      refusals.push(
        refuse('RULE_VIOLATION', `the case has no risk "${code}"`, inSet('addresses', String(index)), '4.2'),
      );
  const most = [after.budget, instrument?.cap ?? null].filter((limit) => limit !== null).sort((a, b) => a - b)[0];
  if (most !== undefined && after.delivered > most) {
    const message = `${formatYuan(after.delivered)} yuan were delivered, and ${formatYuan(most)} are the most`;
    refusals.push(refuse('RULE_VIOLATION', message, inSet(set.delivery === undefined ? 'budget' : 'delivery'), '4.1'));
  }
  const payers = instrument?.fundingSources ?? [];
  if (set.fundingSource !== undefined && payers.length > 0 && !payers.includes(set.fundingSource)) {
    const message = `this instrument is paid from ${payers.join(' or ')}`;
    refusals.push(refuse('RULE_VIOLATION', message, inSet('fundingSource'), '4.1'));
  }
  if (after.startsOn !== null && after.endsOn !== null && after.endsOn < after.startsOn)
    refusals.push(
      refuse('DATE_ORDER', `it would end on ${after.endsOn}, before ${after.startsOn}`, inSet('endsOn'), '4.1'),
    );
  return refusals;
}

/** Nothing is delivered before the measure starts, as `checkDelivery` has it; urgent help was given before anything was planned. */
function orderRefusals({ set, openedOn }: MeasureCorrectionQuestion, after: SupportMeasure): Refusal[] {
  if (after.urgent) return [];
  const first = after.startsOn ?? openedOn;
  if (set.startsOn !== undefined) {
    const { firstDeliveredOn } = after;
    if (firstDeliveredOn === null || firstDeliveredOn >= first) return [];
    const message = `something was delivered on ${firstDeliveredOn}, before ${first}`;
    return [refuse('DATE_ORDER', message, inSet('startsOn'), '4.1')];
  }
  const day = set.delivery?.day;
  if (day === undefined || day >= first) return [];
  return [refuse('DATE_ORDER', `the measure starts on ${first}, after ${day}`, inSet('delivery', 'day'), '4.1')];
}
