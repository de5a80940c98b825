import type { CalendarDate } from '../../kernel/calendar-date.js';
import { type Fen, parseYuan, ZERO_FEN } from '../../kernel/money.js';
import type { CaseEvent, RebuiltCase, RebuiltMeasure } from './rebuilt-case.js';

const amountOf = (text: unknown): Fen => (typeof text === 'string' ? (parseYuan(text) ?? ZERO_FEN) : ZERO_FEN);

/** What an event tells of one measure that was planned. */
type PlannedEvent = Pick<RebuiltMeasure, 'instrument' | 'timing' | 'provider'> & { readonly measureId: string };

/** 制定计划 · Measures were planned. @article 5.3 */
export function supportPlanned(built: RebuiltCase, { change }: CaseEvent): RebuiltCase {
  const planned = (change['measures'] as readonly PlannedEvent[]).map(
    ({ measureId, instrument, timing, provider }): RebuiltMeasure => ({
      id: measureId,
      instrument,
      status: 'PLANNED',
      timing,
      ...(provider === undefined ? {} : { provider }),
      delivered: ZERO_FEN,
      firstDeliveredOn: null,
    }),
  );
  return { ...built, measures: [...built.measures, ...planned] };
}

/** 先行救助 · Help was given, and with it a measure. @article 5.3 */
export function urgentHelpGiven(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const measure: RebuiltMeasure = {
    id: String(change['measureId']),
    instrument: String(change['instrument']),
    status: 'IN_PROGRESS',
    timing: 'AFTER_THE_FACT',
    provider: null,
    delivered: amountOf(change['amount']),
    firstDeliveredOn: occurredOn,
  };
  return { ...built, measures: [...built.measures, measure], supportedOn: earlier(built.supportedOn, occurredOn) };
}

/** 落实帮扶 · Something was delivered: the sum so far is the event's. @article 5.3 */
export function supportDelivered(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const measures = built.measures.map((measure) =>
    measure.id === change['measureId']
      ? {
          ...measure,
          status: 'IN_PROGRESS' as const,
          delivered: amountOf(change['delivered']),
          firstDeliveredOn: earlier(measure.firstDeliveredOn, occurredOn),
        }
      : measure,
  );
  return { ...built, measures, supportedOn: earlier(built.supportedOn, occurredOn) };
}

/** 措施办结 · A measure was completed or given up. @article 5.3 */
export function measureConcluded(built: RebuiltCase, { change }: CaseEvent): RebuiltCase {
  const status = change['status'] as RebuiltMeasure['status'];
  const measures = built.measures.map((measure) =>
    measure.id === change['measureId'] ? { ...measure, status } : measure,
  );
  return { ...built, measures };
}

/** 登记风险 · A risk turned up; the first of a case is its main one. @article 5.3 */
export function riskRecorded(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const risk = {
    riskType: String(change['riskType']),
    primary: built.risks.length === 0,
    identifiedOn: occurredOn,
    resolvedOn: null,
  };
  return { ...built, risks: [...built.risks, risk] };
}

/** 化解风险 · An open risk of a type was resolved; a case has at most one such. @article 5.3 */
export function riskResolved(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const risks = built.risks.map((risk) =>
    risk.riskType === change['riskType'] && risk.resolvedOn === null ? { ...risk, resolvedOn: occurredOn } : risk,
  );
  return { ...built, risks };
}

function earlier(known: CalendarDate | null, day: CalendarDate): CalendarDate {
  return known !== null && known <= day ? known : day;
}
