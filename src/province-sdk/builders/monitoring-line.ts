import type { IncomeConcept } from '../../domain/income/income-concept.js';
import type { MonitoringLineValue } from '../../domain/province/monitoring-line.js';
import { writtenYuan } from './written-yuan.js';

/** 监测线草稿 · @article 2.2 */
export interface MonitoringLineDraft {
  /** Yuan a head and year, `'7500.00'`. */
  readonly perCapitaIncome: string;
  /** Net income where left out, as the national form counts it. */
  readonly concept?: IncomeConcept;
  /** 12 where left out. */
  readonly windowMonths?: number;
  /** 物价指数, previous year = 100, where the source gives it (R24). */
  readonly priceIndex?: number;
  /** 农村居民人均可支配收入增幅, per cent, where the source gives it. */
  readonly disposableIncomeGrowth?: number;
  /** 农村低保标准, yuan a head and year, where the source gives it. */
  readonly subsistenceAllowance?: string;
}

/**
 * 监测线 · The value of one entry of `monitoringLines`: per-capita income under which a household is within the range.
 *
 * @article 2.2
 * @example monitoringLine({ perCapitaIncome: '7500.00' })
 */
export function monitoringLine(draft: MonitoringLineDraft): MonitoringLineValue {
  return {
    perCapitaIncome: writtenYuan(draft.perCapitaIncome),
    concept: draft.concept ?? 'NET_INCOME',
    windowMonths: draft.windowMonths ?? 12,
    priceIndex: draft.priceIndex ?? null,
    disposableIncomeGrowth: draft.disposableIncomeGrowth ?? null,
    subsistenceAllowance: draft.subsistenceAllowance === undefined ? null : writtenYuan(draft.subsistenceAllowance),
  };
}
