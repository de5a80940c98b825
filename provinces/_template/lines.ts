import { type DatedDraft, dated, monitoringLine } from '#province-sdk';
import { LINE_DOCUMENT } from './sources.js';

type LineDraft = DatedDraft<ReturnType<typeof monitoringLine>>;

/** 一条监测线 · From a day on, vouched for to the end of its year; `county` where one county sets its own. @article 2.2 */
export function lineOf(year: number, perCapitaIncome: string, county?: string): LineDraft {
  return {
    from: `${year}-01-01`,
    vouchedTo: `${year}-12-31`,
    county,
    value: monitoringLine({ perCapitaIncome }),
    source: LINE_DOCUMENT,
  };
}

/**
 * 监测线 · One entry a document, e.g. `lineOf(2023, '7500.00')`; not under the national floor, and never made up: a year
 * without a document is served by the last one, marked outdated.
 *
 * @article 2.2
 */
export const MONITORING_LINES = dated<LineDraft['value']>([]);
