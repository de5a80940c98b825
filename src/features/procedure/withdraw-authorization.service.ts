import { checkAuthorizationWithdrawal } from '../../domain/case/check-authorization-withdrawal.js';
import { withdrawableAuthorization } from '../../domain/case/withdrawable-authorization.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type CaseChangeService, LONGEST, type OnCase, readCaseId, sealText, textFaults } from '../case/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';

/** 撤回授权 · The mutation's input. */
export interface WithdrawAuthorizationAct extends OnCase {
  readonly on: CalendarDate;
  readonly note: string;
}

/** 撤回授权服务 · Records that a household takes its authorization of look-ups back (R09). @article 3.2 */
export class WithdrawAuthorizationService {
  constructor(
    private readonly changes: CaseChangeService,
    private readonly provinces: ProvinceService,
    private readonly cipher: FieldCipher,
  ) {}

  /** 撤回 · From the day on, no comparison and no look-up before the household gives a new authorization. */
  withdraw(caller: Caller, input: WithdrawAuthorizationAct): Promise<Changed<{ county: string; case: string }>> {
    const request = { caller, operation: 'Mutation.withdrawAuthorization', input, place: readCaseId(input.caseId) };
    return this.changes.change(request, async ({ row, facts }) => {
      const standing = withdrawableAuthorization(facts, (run) => this.provinces.definitionOf(run, row.regionCode));
      refuseAny([
        ...checkAuthorizationWithdrawal(facts, standing, input, caller.today),
        ...textFaults([{ text: input.note, path: ['note'], longest: LONGEST.note }]),
      ]);
      const column = 'authorization_withdrawal_sealed';
      return {
        set: {
          authorizationWithdrawnOn: input.on,
          authorizationWithdrawalSealed: sealText(this.cipher, input.note, 'monitoring_case', column, row.id),
        },
        action: 'withdrawAuthorization',
        occurredOn: input.on,
        change: { authorization: standing, sealed: ['note'] },
      };
    });
  }
}
