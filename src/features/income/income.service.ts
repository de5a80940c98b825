import { uuidv7 } from 'uuidv7';
import { validateIncomeInput } from '../../domain/income/validate-income-input.js';
import { type Fen, formatYuan } from '../../domain/kernel/money.js';
import { refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import { type Changed, orRefused, refuseAny } from '../change/index.js';
import {
  type HouseholdChangeService,
  type HouseholdIds,
  type HouseholdRow,
  type RulesSource,
  readHouseholdId,
  recordOwner,
} from '../household/index.js';
import { insertIncomes, recordedWindows } from './income.repository.js';
import { type IncomeEntry, incomeColumns, incomeOf, incomeRow, isNewer } from './income-entry.js';

/** Longest window where no line says how long it is. */
const YEAR_MONTHS = 12;

/** 登记收入 · A window of income for a registered household. */
export interface RecordIncome {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion?: number | null;
  readonly income: IncomeEntry;
}

/**
 * 收入服务 · Incomes of registered households; papers entered late need no version.
 *
 * @article 2.1
 */
export class IncomeService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly provinces: RulesSource,
  ) {}

  /** 登记收入 · Records one window; the same window twice is a correction and refused. */
  record(caller: Caller, input: RecordIncome): Promise<Changed<HouseholdIds>> {
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
          writes: [insertIncomes(tx, [incomeRow(record, uuidv7(), recordOwner(row, caller))])],
        };
      },
    );
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
