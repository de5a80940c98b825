import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import { checkConclusion, type MeasureConclusion } from '../../domain/support/check-conclusion.js';
import { afterDelivery, checkDelivery } from '../../domain/support/check-delivery.js';
import { checkDeliveryEvidence } from '../../domain/support/delivery-evidence.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { Caller } from '../../platform/auth/caller.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import {
  type CaseChangeBasis,
  type CaseEffect,
  LONGEST,
  sealEvidence,
  sealText,
  textFaults,
  textOrNull,
  textsOfEvidence,
  trackingColumns,
} from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import { deliveryPapers } from './delivery-papers.js';
import { lastDeliveryOf, type MeasurePlace, placeOfMeasure } from './measure.repository.js';
import { insertDelivery, updateMeasure } from './measure-write.repository.js';
import { casePlace, type SupportNeeds } from './support-needs.js';
import { supportedSince } from './supported-since.js';

/** 佐证材料 · One piece of evidence as it is given. */
export interface EvidenceGiven {
  readonly kind: string;
  readonly title: string;
  readonly uri?: string | null;
  readonly sha256?: string | null;
}

/** 登记落实 · The mutation's input. */
export interface RecordDeliveryAct {
  readonly idempotencyKey?: string | null;
  readonly measureId: string;
  readonly expectedVersion?: number | null;
  readonly on: CalendarDate;
  readonly amount?: Fen | null;
  readonly inKind?: string | null;
  readonly note?: string | null;
  readonly evidence?: readonly EvidenceGiven[] | null;
}

/** 办结措施 · The mutation's input. */
export interface ConcludeMeasureAct {
  readonly idempotencyKey?: string | null;
  readonly measureId: string;
  readonly expectedVersion: number;
  readonly on: CalendarDate;
  readonly status: MeasureConclusion;
  readonly note: string;
}

type OnMeasure = (basis: CaseChangeBasis, measure: SupportMeasure, place: MeasurePlace) => Promise<CaseEffect>;

/**
 * 帮扶落实服务 · What was delivered under a measure, and how the measure ended.
 *
 * @article 4.1
 */
export class DeliveryService {
  constructor(private readonly needs: SupportNeeds) {}

  /** 登记落实 · Records one time that a measure reached the household. */
  recordDelivery(caller: Caller, input: RecordDeliveryAct): Promise<Changed<{ county: string; case: string }>> {
    return this.onMeasure(caller, 'Mutation.recordDelivery', input, async (basis, measure, place) => {
      const { tx, row } = basis;
      const { on } = input;
      const cap = this.capOf(basis, measure, place);
      refuseAny([
        ...checkDelivery({ measure, cap, delivery: input, today: caller.today, openedOn: row.openedOn }),
        ...checkDeliveryEvidence(input.evidence ?? []),
        ...textsOf(input),
      ]);
      const after = afterDelivery(measure, input);
      const tracking = this.tracking(basis, { ...measure, ...after }, on);
      const id = uuidv7();
      const amount = input.amount ?? null;
      const evidence = sealEvidence(this.needs.cipher, deliveryPapers(id), input.evidence);
      return {
        set: { ...supportedSince(row, on), ...tracking },
        action: 'recordDelivery',
        occurredOn: on,
        change: {
          measureId: measure.id,
          instrument: measure.instrument,
          amount: amount === null ? null : formatYuan(amount),
          delivered: formatYuan(after.delivered),
          inKind: textOrNull(input.inKind) !== null,
          evidence: evidence.map(({ kind, sha256 }) => ({ kind, sha256 })),
          sealed: textOrNull(input.note) === null ? [] : ['note'],
          ...tracking,
        },
        writes: [
          insertDelivery(tx, casePlace(basis), {
            id,
            measureId: measure.id,
            deliveredOn: on,
            amountFen: amount,
            inKind: sealText(this.needs.cipher, textOrNull(input.inKind), 'delivery', 'in_kind', id),
            noteSealed: sealText(this.needs.cipher, textOrNull(input.note), 'delivery', 'note_sealed', id),
            evidence,
            recordedAt: caller.now.toISOString(),
          }),
          updateMeasure(tx, casePlace(basis), measure, {
            status: after.status,
            deliveredFen: after.delivered,
            firstDeliveredOn: after.firstDeliveredOn,
          }),
        ],
      };
    });
  }

  /** 办结措施 · Completes a measure, or gives it up; what was delivered stands. */
  concludeMeasure(caller: Caller, input: ConcludeMeasureAct): Promise<Changed<{ county: string; case: string }>> {
    return this.onMeasure(caller, 'Mutation.concludeMeasure', input, async (basis, measure) => {
      const { tx } = basis;
      const { on, status, note } = input;
      const place = casePlace(basis);
      const lastDeliveredOn = await lastDeliveryOf(tx, place.countyCode, measure.id);
      refuseAny([
        ...checkConclusion(measure, { on, status, note, lastDeliveredOn }, caller.today),
        ...textFaults([{ text: note, path: ['note'], longest: LONGEST.note }]),
      ]);
      const tracking = this.tracking(basis, { ...measure, status }, on);
      const { cipher } = this.needs;
      const noteSealed = sealText(cipher, textOrNull(note), 'support_measure', 'conclusion_note_sealed', measure.id);
      return {
        set: tracking,
        action: 'concludeMeasure',
        occurredOn: on,
        change: { measureId: measure.id, instrument: measure.instrument, status, sealed: ['note'], ...tracking },
        writes: [updateMeasure(tx, place, measure, { status, concludedOn: on, conclusionNoteSealed: noteSealed })],
      };
    });
  }

  /** A measure never changes its case, so that the case is found before it is locked. */
  private async onMeasure(
    caller: Caller,
    operation: string,
    input: RecordDeliveryAct | ConcludeMeasureAct,
    decide: OnMeasure,
  ): Promise<Changed<{ county: string; case: string }>> {
    const { changes } = this.needs;
    const named = fromGlobalId(input.measureId);
    const { county, id } = named?.type === 'SupportMeasure' ? named : { county: '', id: '' };
    let found = null as MeasurePlace | null;
    const place = await changes.locate(caller, operation, county, async (tx) => {
      found = await placeOfMeasure(tx, county, id);
      return found?.caseId ?? null;
    });
    return changes.change({ caller, operation, input, place, path: 'measureId' }, (basis) =>
      decide(basis, basis.facts.measures.find((measure) => measure.id === id)!, found!),
    );
  }

  /** The cap that the plan was made under: that of its run's configuration, on its day. */
  private capOf({ row }: CaseChangeBasis, { instrument }: SupportMeasure, place: MeasurePlace): Fen | null {
    const { provinces } = this.needs;
    const { configVersion, plannedOn } = place;
    const { instruments } =
      configVersion === null
        ? provinces.rulesOn(row.regionCode, plannedOn)
        : provinces.rulesOf(configVersion, row.regionCode, plannedOn);
    const offered = instruments.find(({ code }) => code === instrument);
    return (offered ?? provinces.instrument(row.regionCode, instrument))?.cap ?? null;
  }

  private tracking({ row, parts, facts }: CaseChangeBasis, changed: SupportMeasure, on: CalendarDate) {
    const measures = facts.measures.map((measure) => (measure.id === changed.id ? changed : measure));
    const rules = this.needs.provinces.rulesOn(row.regionCode, on);
    return trackingColumns({ row, status: facts.status, measures, members: parts.members, rules, on });
  }
}

function textsOf({ note, inKind, evidence }: RecordDeliveryAct) {
  return textFaults([
    { text: note, path: ['note'], longest: LONGEST.note },
    { text: inKind, path: ['inKind'], longest: LONGEST.inKind },
    ...textsOfEvidence(evidence ?? []),
  ]);
}
