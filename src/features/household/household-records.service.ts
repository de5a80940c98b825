import { uuidv7 } from 'uuidv7';
import type { GuaranteeCheck } from '../../domain/guarantee/guarantee-check.js';
import { validateGuarantees } from '../../domain/guarantee/validate-guarantees.js';
import { validateIncomeInput } from '../../domain/income/validate-income-input.js';
import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type Changed, orRefused, refuseAny } from '../change/index.js';
import type { RulesSource } from './household.service.js';
import type { HouseholdChangeService, HouseholdIds } from './household-change.service.js';
import type { HouseholdRow } from './household-row.repository.js';
import { readHouseholdId } from './read-household-id.js';
import { insertChecks, insertIncomes, newestCheckDays, recordedWindows } from './record.repository.js';
import {
  checkRow,
  faultsOfNote,
  type GuaranteesEntry,
  guaranteesAreSecure,
  type IncomeEntry,
  incomeColumns,
  incomeOf,
  incomeRow,
  isNewer,
  type RecordOwner,
} from './record-entry.js';

/** Longest window where no line says how long it is. */
const YEAR_MONTHS = 12;

/** 登记收入 · A window of income for a registered household. */
export interface RecordIncome {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion?: number | null;
  readonly income: IncomeEntry;
}

/** 登记保障核查 · A check of the six guarantees for a registered household. */
export interface RecordGuarantees {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion?: number | null;
  readonly guarantees: GuaranteesEntry;
}

/**
 * 农户记录服务 · Incomes and checks of registered households; papers entered late need no version.
 *
 * @article 2.1
 */
export class HouseholdRecords {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly provinces: RulesSource,
    private readonly cipher: FieldCipher,
  ) {}

  /** 登记收入 · Records one window; the same window twice is a correction and refused. */
  recordIncome(caller: Caller, input: RecordIncome): Promise<Changed<HouseholdIds>> {
    const request = { caller, operation: 'Mutation.recordIncome', input, place: readHouseholdId(input.householdId) };
    return this.changes.change(
      { ...request, of: 'householdId', guards: { income_record_window_uq: recordedAlready } },
      async (tx, { county, id }) => (await recordedWindows(tx, county, [id])).get(id) ?? [],
      async ({ tx, row, beside: existing }) => {
        const record = incomeOf(input.income, row.size);
        const { line } = orRefused(['income'], () => this.provinces.rulesOn(row.regionCode, caller.today));
        const windowMonths = line?.windowMonths ?? YEAR_MONTHS;
        refuseAny(validateIncomeInput(record, { today: caller.today, existing, windowMonths, path: ['income'] }));
        const { from, to } = record;
        const columns = (isNewer(record, existing[0] ?? null) ? incomeColumns(record) : {}) as NewestIncome;
        return {
          action: 'recordIncome',
          aspects: ['INCOME'],
          occurredOn: caller.today,
          change: {
            from,
            to,
            heads: record.heads,
            source: record.source ?? null,
            before: toldIncome(row),
            after: toldIncome({ ...row, ...columns }),
          },
          set: columns,
          writes: [insertIncomes(tx, [incomeRow(record, uuidv7(), ownerOf(row, caller))])],
        };
      },
    );
  }

  /** 登记保障核查 · Records one check; the newest by its day counts, and of one day the later entry. */
  recordGuarantees(caller: Caller, input: RecordGuarantees): Promise<Changed<HouseholdIds>> {
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
        const check = checkRow(guarantees, uuidv7(), ownerOf(row, caller), (note, id) => this.sealNote(note, id));
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

  private sealNote(note: string, rowId: string): string {
    return this.cipher.seal(note, { table: 'guarantee_check', column: 'note_sealed', rowId });
  }
}

const recordedAlready = refuse('DUPLICATE', 'income of this window is recorded already; correct that record instead', [
  'income',
]);

type NewestIncome = Pick<HouseholdRow, 'perCapitaFen' | 'perCapitaAfterRigidFen'>;

/** What the trail says of the newest income: yuan a head, null where none is known. */
function toldIncome({ perCapitaFen, perCapitaAfterRigidFen }: NewestIncome) {
  const yuan = (fen: Fen | null | undefined) => (fen === null || fen === undefined ? null : formatYuan(fen));
  return { perCapita: yuan(perCapitaFen), perCapitaAfterRigid: yuan(perCapitaAfterRigidFen) };
}

/** What the trail says of a check: its six answers, which are codes. */
function toldGuarantees(check: GuaranteeCheck) {
  const { food, clothing, compulsoryEducation, basicMedicalCare, safeHousing, drinkingWater } = check;
  return { food, clothing, compulsoryEducation, basicMedicalCare, safeHousing, drinkingWater };
}

function ownerOf(row: HouseholdRow, caller: Caller): RecordOwner {
  const { countyCode, regionCode, id } = row;
  return { countyCode, regionCode, householdId: id, recordedAt: caller.now.toISOString() };
}
