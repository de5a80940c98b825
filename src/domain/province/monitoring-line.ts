import type { IncomeConcept } from '../income/income-concept.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { PolicySource } from '../kernel/source.js';
import type { IncomeWindow } from './income-window.js';

/**
 * 监测线公式 · Times a rural subsistence allowance, with its factors: 2 × 815.00 a month × 12.
 *
 * @article 2.2
 */
export interface LineFormula {
  readonly kind: 'TIMES_RURAL_SUBSISTENCE_ALLOWANCE';
  readonly times: number;
  /** 农村低保标准, fen a head and month. */
  readonly monthlyAllowance: Fen;
  readonly months: number;
}

/** 公式得数 · What a formula comes to, fen a head and year, halves up. @article 2.2 */
export function formulaAmount({ times, monthlyAllowance, months }: LineFormula): Fen {
  return Math.round(times * monthlyAllowance * months) as Fen;
}

/** 监测范围标准 · What one entry of a province's line says. @article 2.2 */
export interface MonitoringLineValue {
  /** Fen a head and year. */
  readonly perCapitaIncome: Fen;
  readonly concept: IncomeConcept;
  /** Length of the window that income is counted over. */
  readonly windowMonths: number;
  /** 物价指数 · The first of the three factors of 2.2 (R24), previous year = 100; null where the source has none. */
  readonly priceIndex: number | null;
  /** 农村居民人均可支配收入增幅 · Per cent; null where the source has none. */
  readonly disposableIncomeGrowth: number | null;
  /** 农村低保标准 · Fen a head and year; null where the source has none. */
  readonly subsistenceAllowance: Fen | null;
  /** Absent where income is counted over the months before. */
  readonly window?: IncomeWindow;
  /** Absent where the source gives the amount itself. */
  readonly formula?: LineFormula;
}

/** 当日监测线 · The line that holds in a place on a day; a reference, not the only standard (R23). @article 2.2 */
export interface MonitoringLineInForce extends MonitoringLineValue {
  readonly from: CalendarDate;
  /** The day before the next entry that applies begins; null while there is none. */
  readonly to: CalendarDate | null;
  /** The day lies past what the source vouches for: PARAMETER_OUTDATED, and nothing stops. */
  readonly outdated: boolean;
  /** 1.5 × the national standard of the alleviation years in force on the day (R01). */
  readonly nationalFloor: Fen;
  readonly nationalFloorSource: PolicySource;
  readonly source: PolicySource;
  /** The county whose own line it is; null for the whole province. */
  readonly county: string | null;
}
