import { decideMeasureCorrection } from '../../domain/correction/decide-measure-correction.js';
import { inSet, type MeasureCorrection } from '../../domain/correction/correction.js';
import { formatYuan } from '../../domain/kernel/money.js';
import { type CaseChangeBasis, LONGEST, openColumn, providerTrace, sealText, textFaults } from '../case/index.js';
import { notFound, Refused } from '../change/index.js';
import type { CorrectedCase } from './case-corrections.js';
import { correctMeasure, type MeasurePlan, planOf } from './correction.repository.js';
import type { CorrectionNeeds, CorrectRecordAct } from './correction-act.js';
import { readSet } from './read-set.js';

/** 更正措施 · One measure, or one of its deliveries; the day of the first support of the case follows. */
export async function correctMeasureOf(
  { provinces, cipher, blindIndex }: CorrectionNeeds,
  { tx, row, facts, caller }: CaseChangeBasis,
  input: CorrectRecordAct,
  measureId: string,
): Promise<CorrectedCase> {
  const read = readSet('SupportMeasure', input.set);
  if ('refusals' in read) return read;
  const { set } = read;
  const measure = facts.measures.find(({ id }) => id === measureId);
  if (measure === undefined) throw new Refused([notFound('subjectId')]);
  const plan = await planOf(tx, row.countyCode, measureId, set.delivery);
  const { configVersion, plannedOn, deliveryId } = plan;
  const { instruments } =
    configVersion === null
      ? provinces.rulesOn(row.regionCode, plannedOn)
      : provinces.rulesOf(configVersion, row.regionCode, plannedOn);
  const instrument = instruments.find(({ code }) => code === measure.instrument) ?? null;
  const { risks, openedOn } = facts;
  const kept = keptTexts(plan, measureId);
  const decision = decideMeasureCorrection({ measure, kept, set, risks, openedOn, instrument, today: caller.today });
  const tooLong = textsOf(set);
  if ('refusals' in decision) return { refusals: [...tooLong, ...decision.refusals] };
  if (tooLong.length > 0) return { refusals: tooLong };
  const { provider, ...after } = decision.after;
  const measures = facts.measures.map((one) => (one === measure ? after : one));
  const supportedOn = measures.flatMap(({ firstDeliveredOn }) => firstDeliveredOn ?? []).sort()[0] ?? null;
  const { delivered, firstDeliveredOn, timing } = after;
  return {
    ...decision,
    facts: { ...facts, measures },
    set: supportedOn === row.supportedOn ? {} : { supportedOn },
    sealed: ['provider', 'inKind'],
    change: {
      measureId,
      instrument: measure.instrument,
      measure: {
        delivered: formatYuan(delivered),
        firstDeliveredOn,
        timing,
        provider: providerTrace(blindIndex, measureId, provider),
      },
      supportedOn,
    },
    write: (own) =>
      correctMeasure(own, row.countyCode, {
        before: measure,
        after,
        ...(set.provider === undefined
          ? {}
          : { provider: sealText(cipher, provider, 'support_measure', 'provider', measureId) }),
        delivery: set.delivery === undefined || deliveryId === null ? null : delivery(deliveryId, set.delivery),
      }),
  };

  function keptTexts({ provider, inKind }: MeasurePlan, rowId: string) {
    return {
      provider: openColumn(cipher, { rowId, provider }, 'provider', 'support_measure', 'provider'),
      inKind: openColumn(cipher, { rowId: deliveryId, inKind }, 'inKind', 'delivery', 'in_kind'),
    };
  }

  function delivery(id: string, { on, day, amount, inKind }: NonNullable<MeasureCorrection['delivery']>) {
    const text = (inKind ?? '').trim() || null;
    return {
      id,
      deliveredOn: day ?? on,
      ...(amount === undefined ? {} : { amountFen: amount }),
      ...(inKind === undefined ? {} : { inKind: sealText(cipher, text, 'delivery', 'in_kind', id) }),
    };
  }
}

function textsOf({ provider, delivery }: MeasureCorrection) {
  return textFaults([
    { text: provider, path: inSet('provider'), longest: LONGEST.name },
    { text: delivery?.inKind, path: inSet('delivery', 'inKind'), longest: LONGEST.inKind },
  ]);
}
