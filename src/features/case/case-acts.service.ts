import { uuidv7 } from 'uuidv7';
import { checkContinuedSupport } from '../../domain/case/check-continued-support.js';
import { checkWithdrawal, type WithdrawalReason } from '../../domain/case/check-withdrawal.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type Changed, refuseAny } from '../change/index.js';
import { type CaseChangeService, readCaseId } from './case-change.service.js';
import { assignPerson } from './responsible-person.repository.js';
import { sealText } from './sealed-text.js';

interface OnCase {
  readonly idempotencyKey?: string | null;
  readonly caseId: string;
  readonly expectedVersion: number;
}

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

/**
 * 档案办理 · Acts on a case that are no step of a procedure.
 *
 * @article 3.3
 */
export class CaseActsService {
  constructor(
    private readonly changes: CaseChangeService,
    private readonly cipher: FieldCipher,
  ) {}

  /** 继续帮扶 · Weak stability: support goes on, and the case is looked at again by the day given (R13). @article 3.3 */
  continueSupport(caller: Caller, input: ContinueSupportAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.continueSupport', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async ({ row, facts }) => {
      refuseAny(checkContinuedSupport(facts, input, caller.today));
      const reviewReasonSealed = sealText(this.cipher, input.reason, 'monitoring_case', 'review_reason_sealed', row.id);
      return {
        set: { supportContinued: true, nextReviewOn: input.reviewBy, reviewReasonSealed },
        action: 'continueSupport',
        occurredOn: caller.today,
        change: { reviewBy: input.reviewBy, sealed: ['reason'] },
      };
    });
  }

  /** 退出监测 · Closes a case whose household has died out, left, merged or was entered in error. @article G */
  withdrawCase(caller: Caller, input: WithdrawCaseAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.withdrawCase', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async ({ row, facts }) => {
      refuseAny(checkWithdrawal(facts, input, caller.today));
      return {
        set: {
          status: 'WITHDRAWN',
          withdrawalReason: input.reason,
          withdrawalNoteSealed: sealText(this.cipher, input.note, 'monitoring_case', 'withdrawal_note_sealed', row.id),
          dueOn: null,
        },
        action: 'withdrawCase',
        occurredOn: input.on,
        change: { reason: input.reason, status: 'WITHDRAWN' },
      };
    });
  }

  /** 确定责任人 · Names who looks after the household from a day on; the one before serves to the day before. @article 5.1 */
  assignResponsiblePerson(caller: Caller, input: AssignPersonAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.assignResponsiblePerson', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async ({ tx, row }) => {
      if (input.name.trim() === '') refuseAny([refuse('BAD_VALUE', 'Give the name of the person.', ['name'], '5.1')]);
      const id = uuidv7();
      const place = {
        countyCode: row.countyCode,
        regionCode: row.regionCode,
        householdId: row.householdId,
        caseId: row.id,
      };
      const person = {
        id,
        organization: input.organization,
        servesFrom: input.from,
        nameSealed: this.cipher.seal(input.name, { table: 'responsible_person', column: 'name_sealed', rowId: id }),
        phoneSealed: sealText(this.cipher, input.phone, 'responsible_person', 'phone_sealed', id),
      };
      return {
        set: {},
        action: 'assignResponsiblePerson',
        occurredOn: input.from,
        change: { personId: id, organization: input.organization, sealed: ['name', 'phone'] },
        writes: [assignPerson(tx, place, person)],
      };
    });
  }
}
