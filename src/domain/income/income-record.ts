import type { RecordSource } from '../household/record-source.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';

/** 刚性支出 · Spending a household can hardly avoid, own share, fen in the window, whole household. @article 2.1 */
export interface RigidExpenditure {
  readonly medical: Fen;
  readonly education: Fen;
  readonly disaster: Fen;
  readonly accident: Fen;
  readonly housing: Fen;
  readonly other: Fen;
}

/** 收入记录 · Four incomes and production costs of one window, fen, whole household. @article 2.1 */
export interface IncomeRecord {
  readonly from: CalendarDate;
  /** Last day of the window, inclusive. */
  readonly to: CalendarDate;
  readonly wages: Fen;
  /** 生产经营性收入, before expenses; may not be negative. */
  readonly business: Fen;
  readonly property: Fen;
  readonly transfers: Fen;
  readonly businessExpenses: Fen;
  /** 理赔收入 */
  readonly claimsPaid: Fen;
  /** 合规自付支出 */
  readonly compliantMedicalCost: Fen;
  readonly rigid: RigidExpenditure;
  /** Where the amounts come from (R30); null or absent where that was not said. */
  readonly source?: RecordSource | null;
  /** Members counted on the day it was recorded; at least 1. */
  readonly heads: number;
}
