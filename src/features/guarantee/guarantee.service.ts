import { uuidv7 } from 'uuidv7';
import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import { validateGuarantees } from '../../domain/guarantee/validate-guarantees.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type Changed, refuseAny } from '../change/index.js';
import { type HouseholdChangeService, type HouseholdIds, readHouseholdId, recordOwner } from '../household/index.js';
import { insertChecks, newestCheckDays } from './guarantee.repository.js';
import { checkRow, faultsOfNote, type GuaranteesEntry, guaranteesAreSecure } from './guarantee-entry.js';

/** 登记保障核查 · A check of the six guarantees for a registered household. */
export interface RecordGuarantees {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion?: number | null;
  readonly guarantees: GuaranteesEntry;
}

/**
 * 三保障服务 · Checks of registered households; papers entered late need no version.
 *
 * @article 2.1
 */
export class GuaranteeService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly cipher: FieldCipher,
  ) {}

  /** 登记保障核查 · Records one check; the newest by its day counts, and of one day the later entry. */
  record(caller: Caller, input: RecordGuarantees): Promise<Changed<HouseholdIds>> {
    const request = {
      caller,
      operation: 'Mutation.recordGuarantees',
      input,
      place: readHouseholdId(input.householdId),
    };
    return this.changes.change(
      { ...request, of: 'householdId' },
      async (tx, { county, id }) => (await newestCheckDays(tx, county, [id])).get(id) ?? null,
      async ({ tx, row, beside: newest }) => {
        const { guarantees } = input;
        const path = ['guarantees'];
        refuseAny([
          ...validateGuarantees(guarantees, { today: caller.today, path }),
          ...faultsOfNote(guarantees, path),
        ]);
        const secure = guaranteesAreSecure(guarantees);
        const counts = newest === null || guarantees.checkedOn >= newest;
        const check = checkRow(guarantees, uuidv7(), recordOwner(row, caller), this.cipher);
        return {
          action: 'recordGuarantees',
          aspects: ['GUARANTEES'],
          occurredOn: guarantees.checkedOn,
          change: {
            checkedOn: guarantees.checkedOn,
            secure,
            source: guarantees.source ?? null,
            before: { secure: row.guaranteesSecure ?? null },
            after: { secure: counts ? secure : (row.guaranteesSecure ?? null), ...toldGuarantees(guarantees) },
            sealed: check.noteSealed === null ? [] : ['note'],
          },
          set: counts ? { guaranteesSecure: secure } : {},
          writes: [insertChecks(tx, [check])],
        };
      },
    );
  }
}

/** What the trail says of a check: its six answers, which are codes. */
function toldGuarantees(check: GuaranteeCheck) {
  const { food, clothing, compulsoryEducation, basicMedicalCare, safeHousing, drinkingWater } = check;
  return { food, clothing, compulsoryEducation, basicMedicalCare, safeHousing, drinkingWater };
}
