import { uuidv7 } from 'uuidv7';
import { checkContinuedSupport } from '../../domain/case/check-continued-support.js';
import { checkResponsiblePerson } from '../../domain/case/check-responsible-person.js';
import { checkWithdrawal, type WithdrawalReason } from '../../domain/case/check-withdrawal.js';
import { openRun } from '../../domain/case/is-open.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { stopRun } from '../../domain/procedure/stop-run.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import { type CaseChangeBasis, type CaseChangeService, readCaseId } from './case-change.service.js';
import type { PartsChange } from './case-parts.repository.js';
import { LONGEST, textFaults, textOrNull } from './entered-texts.js';
import type { OnCase } from './on-case.js';
import { assignPerson, servesSince } from './responsible-person.repository.js';
import { sealText } from './sealed-text.js';

/** 继续帮扶 · The mutation's input. */
export interface ContinueSupportAct extends OnCase {
  readonly reason: string;
  readonly reviewBy: CalendarDate;
}

/** 退出监测 · The mutation's input. */
export interface WithdrawCaseAct extends OnCase {
  readonly reason: WithdrawalReason;
  readonly note: string;
  readonly on: CalendarDate;
}

/** 确定责任人 · The mutation's input. */
export interface AssignPersonAct extends OnCase {
  readonly name: string;
  readonly organization: string;
  readonly phone?: string | null;
  readonly from: CalendarDate;
}

/** 所需服务 · What these acts call upon. */
export interface CaseActsNeeds {
  readonly changes: CaseChangeService;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
}

/**
 * 档案办理 · Acts on a case that are no step of a procedure.
 *
 * @article 3.3
 */
export class CaseActsService {
  constructor(private readonly needs: CaseActsNeeds) {}

  /** 继续帮扶 · Weak stability: support goes on, and the case is looked at again by the day given (R13). @article 3.3 */
  continueSupport(caller: Caller, input: ContinueSupportAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.continueSupport', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, async ({ row, facts }) => {
      refuseAny([
        ...checkContinuedSupport(facts, input, caller.today),
        ...textFaults([{ text: input.reason, path: ['reason'], longest: LONGEST.note }]),
      ]);
      const reviewReasonSealed = sealText(
        this.needs.cipher,
        input.reason,
        'monitoring_case',
        'review_reason_sealed',
        row.id,
      );
      return {
        set: { supportContinued: true, nextReviewOn: input.reviewBy, reviewReasonSealed },
        action: 'continueSupport',
        occurredOn: caller.today,
        change: { reviewBy: input.reviewBy, sealed: ['reason'] },
      };
    });
  }

  /**
   * 退出监测 · Closes a case whose household has died out, left, merged or was entered in error; a run under way stops, and
   * what it planned is cancelled.
   *
   * @article G
   */
  withdrawCase(caller: Caller, input: WithdrawCaseAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.withdrawCase', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, async (basis) => {
      const { row, facts } = basis;
      refuseAny([
        ...checkWithdrawal(facts, input, caller.today),
        ...textFaults([{ text: input.note, path: ['note'], longest: LONGEST.note }]),
      ]);
      return {
        set: {
          status: 'WITHDRAWN',
          withdrawalReason: input.reason,
          withdrawalNoteSealed: sealText(
            this.needs.cipher,
            input.note,
            'monitoring_case',
            'withdrawal_note_sealed',
            row.id,
          ),
          dueOn: null,
        },
        action: 'withdrawCase',
        occurredOn: input.on,
        change: { reason: input.reason, status: 'WITHDRAWN', stopped: openRun(facts)?.kind ?? null },
        parts: this.stopped(basis, input.on),
      };
    });
  }

  /** A closed case has nothing that waits: neither a step nor a measure that was only planned. */
  private stopped({ row, facts }: CaseChangeBasis, on: CalendarDate): PartsChange {
    const run = openRun(facts);
    const planned = facts.measures.filter(({ status }) => status === 'PLANNED');
    return {
      run:
        run === null
          ? null
          : {
              before: run,
              after: stopRun(run, on),
              definition: this.needs.provinces.definitionOf(run, row.regionCode),
              content: new Map(),
            },
      measures: planned.map(({ id, status: before }) => ({ id, before, status: 'CANCELLED' })),
    };
  }

  /** 确定责任人 · Names who looks after the household from a day on; the one before serves to the day before. @article 5.1 */
  assignResponsiblePerson(caller: Caller, input: AssignPersonAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.assignResponsiblePerson', input, place: readCaseId(input.caseId) };
    return this.needs.changes.change(request, async ({ tx, row, facts }) => {
      const since = await servesSince(tx, row.countyCode, row.id);
      refuseAny([
        ...checkResponsiblePerson(facts, input, since, caller.today),
        ...textFaults([
          { text: input.name, path: ['name'], longest: LONGEST.name },
          { text: input.organization, path: ['organization'], longest: LONGEST.name },
          { text: input.phone, path: ['phone'], longest: LONGEST.phone },
        ]),
      ]);
      const id = uuidv7();
      const phone = textOrNull(input.phone);
      const person = {
        id,
        organization: input.organization.trim(),
        servesFrom: input.from,
        nameSealed: this.needs.cipher.seal(input.name.trim(), {
          table: 'responsible_person',
          column: 'name_sealed',
          rowId: id,
        }),
        phoneSealed: sealText(this.needs.cipher, phone, 'responsible_person', 'phone_sealed', id),
      };
      return {
        set: {},
        action: 'assignResponsiblePerson',
        occurredOn: input.from,
        change: {
          personId: id,
          organization: person.organization,
          sealed: ['name', ...(phone === null ? [] : ['phone'])],
        },
        writes: [assignPerson(tx, placeOf(row), person)],
      };
    });
  }
}

function placeOf({ countyCode, regionCode, householdId, id }: CaseChangeBasis['row']) {
  return { countyCode, regionCode, householdId, caseId: id };
}
