import type { IncomeConcept } from '../../domain/income/income-concept.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { IncomeWindow, WindowShape } from '../../domain/province/income-window.js';
import { formulaAmount, type LineFormula, type MonitoringLineValue } from '../../domain/province/monitoring-line.js';
import { writtenYuan } from './written-yuan.js';

const MONTHS_OF_A_YEAR = 12;

/** 监测线草稿 · @article 2.2 */
export interface MonitoringLineDraft {
  /** Yuan a head and year, `'7500.00'`, or a formula that keeps its factors. */
  readonly perCapitaIncome: string | LineFormula;
  /** Net income where left out, as the national form counts it. */
  readonly concept?: IncomeConcept;
  /** 12 where left out. */
  readonly windowMonths?: number;
  /** Which months income is counted over; the months before where left out. */
  readonly window?: IncomeWindow;
  /** 物价指数, previous year = 100, where the source gives it (R24). */
  readonly priceIndex?: number;
  /** 农村居民人均可支配收入增幅, per cent, where the source gives it. */
  readonly disposableIncomeGrowth?: number;
  /** 农村低保标准, yuan a head and year, where the source gives it; a formula gives its own. */
  readonly subsistenceAllowance?: string;
}

/**
 * 监测线 · The value of one entry of `monitoringLines`: per-capita income under which a household is within the range.
 *
 * @article 2.2
 * @example monitoringLine({ perCapitaIncome: '7500.00' })
 * @example monitoringLine({ perCapitaIncome: timesRuralAllowance(2, '815.00') }) // 19,560.00 yuan
 */
export function monitoringLine(draft: MonitoringLineDraft): MonitoringLineValue {
  const formula = typeof draft.perCapitaIncome === 'string' ? undefined : draft.perCapitaIncome;
  return {
    perCapitaIncome: formula === undefined ? writtenYuan(draft.perCapitaIncome as string) : formulaAmount(formula),
    concept: draft.concept ?? 'NET_INCOME',
    windowMonths: draft.windowMonths ?? MONTHS_OF_A_YEAR,
    priceIndex: draft.priceIndex ?? null,
    disposableIncomeGrowth: draft.disposableIncomeGrowth ?? null,
    subsistenceAllowance: allowance(draft, formula),
    ...(draft.window === undefined ? {} : { window: draft.window }),
    ...(formula === undefined ? {} : { formula }),
  };
}

function allowance({ subsistenceAllowance }: MonitoringLineDraft, formula: LineFormula | undefined): Fen | null {
  if (subsistenceAllowance !== undefined) return writtenYuan(subsistenceAllowance);
  return formula === undefined ? null : ((formula.monthlyAllowance * formula.months) as Fen);
}

/**
 * 低保倍数公式 · A line of so many times the rural subsistence allowance, for `monitoringLine({ perCapitaIncome })`.
 *
 * @param monthlyAllowance  yuan a head and month
 * @article 2.2
 * @example timesRuralAllowance(2, '815.00') // 2 × 815 × 12 = 19,560 yuan
 */
export function timesRuralAllowance(times: number, monthlyAllowance: string): LineFormula {
  return {
    kind: 'TIMES_RURAL_SUBSISTENCE_ALLOWANCE',
    times,
    monthlyAllowance: writtenYuan(monthlyAllowance),
    months: MONTHS_OF_A_YEAR,
  };
}

/**
 * 收入计算期 · The shape of a window, for `monitoringLine({ window })`; one shape for both where the second is left out.
 *
 * @article 2.2
 * @example incomeWindow('WHOLE_MONTHS_BEFORE', 'OCTOBER_TO_SEPTEMBER')
 */
export function incomeWindow(
  atIdentification: WindowShape,
  whileMonitored: WindowShape = atIdentification,
): IncomeWindow {
  return { atIdentification, whileMonitored };
}
