import { uuidv7 } from 'uuidv7';
import { hasLabourCapacity } from '../../domain/household/labour.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, formatYuan, ZERO_FEN } from '../../domain/kernel/money.js';
import { checkUrgentHelp } from '../../domain/support/check-urgent-help.js';
import { openRiskTypes } from '../../domain/support/plan-question.js';
import type { Caller } from '../../platform/auth/caller.js';
import {
  type CaseChangeBasis,
  type CaseEffect,
  LONGEST,
  readCaseId,
  sealText,
  textFaults,
  textOrNull,
  trackingColumns,
} from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import { insertDelivery, insertMeasures, type NewMeasure } from './measure-write.repository.js';
import { casePlace, instrumentsNamed, type SupportNeeds } from './support-needs.js';
import { supportedSince } from './supported-since.js';

/** 应急帮扶 · The mutation's input. */
export interface UrgentHelpAct {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly on: CalendarDate;
  readonly instrument: string;
  readonly amount?: Fen | null;
  readonly inKind?: string | null;
  readonly note: string;
}

/**
 * 应急帮扶服务 · Help that cannot wait: a measure and its delivery at once, before any run.
 *
 * @article 3.2
 */
export class UrgentHelpService {
  constructor(private readonly needs: SupportNeeds) {}

  /** 应急帮扶 · Records help that was given on a township officer's word; it stands even if identification fails. */
  giveUrgentHelp(caller: Caller, input: UrgentHelpAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.giveUrgentHelp', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, (basis) => this.decide(basis, input));
  }

  private async decide(basis: CaseChangeBasis, input: UrgentHelpAct): Promise<CaseEffect> {
    const { tx, row, parts, facts, caller } = basis;
    const rules = this.needs.provinces.rulesOn(row.regionCode, input.on);
    const instruments = instrumentsNamed(this.needs.provinces, row.regionCode, rules, [input.instrument]);
    const hasLabour = hasLabourCapacity(parts.members);
    refuseAny([
      ...checkUrgentHelp({ facts, help: input, instruments, hasLabour, today: caller.today }),
      ...textFaults([
        { text: input.note, path: ['note'], longest: LONGEST.note },
        { text: input.inKind, path: ['inKind'], longest: LONGEST.inKind },
      ]),
    ]);
    const instrument = instruments.find(({ code }) => code === input.instrument)!;
    const open = openRiskTypes(facts.risks);
    const amount = input.amount ?? null;
    const at = caller.now.toISOString();
    const measure: NewMeasure = {
      id: uuidv7(),
      runId: null,
      instrument: instrument.code,
      family: instrument.family,
      nature: instrument.nature,
      addresses: instrument.addresses.filter((code) => open.includes(code)),
      status: 'IN_PROGRESS',
      timing: 'AFTER_THE_FACT',
      fundingSource: instrument.fundingSources[0] ?? 'SECTOR_POLICY',
      fundingLevel: null,
      provider: null,
      budget: null,
      delivered: amount ?? ZERO_FEN,
      startsOn: input.on,
      endsOn: null,
      firstDeliveredOn: input.on,
      urgent: true,
      plannedOn: input.on,
      overrideReasonSealed: null,
      at,
    };
    const deliveryId = uuidv7();
    const measures = [...facts.measures, measure];
    const tracking = trackingColumns({
      row,
      status: facts.status,
      measures,
      members: parts.members,
      rules,
      on: input.on,
    });
    const place = casePlace(basis);
    const { cipher } = this.needs;
    return {
      set: { ...supportedSince(row, input.on), ...tracking },
      action: 'giveUrgentHelp',
      occurredOn: input.on,
      change: {
        measureId: measure.id,
        instrument: instrument.code,
        amount: amount === null ? null : formatYuan(amount),
        inKind: textOrNull(input.inKind) !== null,
        sealed: ['note'],
        ...tracking,
      },
      writes: [
        insertMeasures(tx, place, [measure]),
        insertDelivery(tx, place, {
          id: deliveryId,
          measureId: measure.id,
          deliveredOn: input.on,
          amountFen: amount,
          inKind: sealText(cipher, textOrNull(input.inKind), 'delivery', 'in_kind', deliveryId),
          noteSealed: sealText(cipher, textOrNull(input.note), 'delivery', 'note_sealed', deliveryId),
          evidence: [],
          recordedAt: at,
        }),
      ],
    };
  }
}
