import type { IncomeRecord } from '../../domain/income/income-record.js';
import { perCapita, perCapitaAfterRigid } from '../../domain/income/net-income.js';
import { type Fen, ZERO_FEN } from '../../domain/kernel/money.js';
import type { household } from '../household/household.table.js';
import type { RecordOwner } from '../household/index.js';
import type { IncomeInput } from './income.input.js';
import type { IncomeWindow } from './income.repository.js';
import type { incomeRecord } from './income.table.js';

/** 收入录入 · A window of income as it is entered; the public input fits. */
export type IncomeEntry = Readonly<IncomeInput>;

/** 收入记录 · The domain's record of an entry; an amount that is not said is zero. @param heads  present members */
export function incomeOf(entry: IncomeEntry, heads: number): IncomeRecord {
  const amount = (value: Fen | null | undefined): Fen => value ?? ZERO_FEN;
  return {
    from: entry.from,
    to: entry.to,
    wages: amount(entry.wages),
    business: amount(entry.business),
    property: amount(entry.property),
    transfers: amount(entry.transfers),
    businessExpenses: amount(entry.businessExpenses),
    claimsPaid: amount(entry.claimsPaid),
    compliantMedicalCost: amount(entry.compliantMedicalCost),
    rigid: {
      medical: amount(entry.medical),
      education: amount(entry.education),
      disaster: amount(entry.disaster),
      accident: amount(entry.accident),
      housing: amount(entry.housing),
      other: amount(entry.other),
    },
    heads,
    source: entry.source ?? null,
  };
}

/** 收入列值 · The row of a record. */
export function incomeRow(record: IncomeRecord, id: string, owner: RecordOwner): typeof incomeRecord.$inferInsert {
  const { from, to, rigid, ...amounts } = record;
  return { ...owner, id, windowFrom: from, windowTo: to, ...amounts, ...rigid };
}

/** 最新收入 · The record of the newest window; null where there is none. */
export function newestIncome(records: readonly IncomeRecord[]): IncomeRecord | null {
  return records.reduce<IncomeRecord | null>((found, one) => (isNewer(one, found) ? one : found), null);
}

/** 是否更新 · Whether a window is newer than another, or the first. */
export function isNewer(one: IncomeWindow, other: IncomeWindow | null): boolean {
  return other === null || one.to > other.to || (one.to === other.to && one.from > other.from);
}

/** 收入派生列 · What the household's row keeps of its newest income. */
export function incomeColumns(
  record: IncomeRecord | null,
): Pick<typeof household.$inferInsert, 'perCapitaFen' | 'perCapitaAfterRigidFen'> {
  if (record === null) return { perCapitaFen: null, perCapitaAfterRigidFen: null };
  return { perCapitaFen: perCapita(record), perCapitaAfterRigidFen: perCapitaAfterRigid(record) };
}
