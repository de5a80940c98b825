import type { Severity } from '../risk/finding.js';
import { type CountMonth, detectPoisson, POISSON_LEAST_RATIO } from './detect-poisson.js';
import { detectEwma, EWMA_WEIGHT } from './detect-ewma.js';
import type { Indicator } from './indicator.js';

/** 月度数值 · One figure of a series. @article 2.3 */
export interface MonthFigure {
  /** First day of the month. */
  readonly month: string;
  readonly value: number;
  /** What a rate is a part of, e.g. households; null for other figures. */
  readonly exposure: number | null;
}

/** 偏离 · That a series departs from its own past, with everything that it was judged by. @article 2.3 */
export interface Departure {
  readonly severity: Severity;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** Months of past that are looked at, and that there must be at the least. */
const MOST_MONTHS = 36;
const LEAST_MONTHS = 12;
/** From so many times what is expected a warning is critical. */
const CRITICAL_RATIO = 2;
/** Rates are a thousand. */
const PER = 1_000;

/**
 * 偏离自身历史 · Whether the last month of a series departs from the region's own past, on the side that hurts.
 *
 * @param figures  consecutive months, oldest first, the month that is judged last
 * @returns null where nothing departs, or where fewer than 12 months of past are known
 * @article 2.3
 */
export function detectDeparture(indicator: Indicator, figures: readonly MonthFigure[]): Departure | null {
  const judged = figures.slice(-MOST_MONTHS - 1);
  if (judged.length < LEAST_MONTHS + 1) return null;
  return indicator.method === 'POISSON' ? byPoisson(indicator, judged) : byEwma(indicator, judged);
}

function byPoisson(indicator: Indicator, figures: readonly MonthFigure[]): Departure | null {
  const found = detectPoisson(figures.map(asCount));
  if (!found.departs) return null;
  const { months, count, expected, limit, falseAlarmRate } = found;
  const method = 'Poisson limits, negative binomial prediction (泊松控制限)';
  const parameters = { months, falseAlarmRate, looks: [1, 2], leastRatio: POISSON_LEAST_RATIO };
  const severity: Severity = count >= CRITICAL_RATIO * expected ? 'CRITICAL' : 'WARNING';
  return {
    severity,
    evidence: evidenceOf(indicator, figures, { method, parameters, count, expected: round(expected), limit }),
  };
}

function byEwma(indicator: Indicator, figures: readonly MonthFigure[]): Departure | null {
  const found = detectEwma(
    figures.map(({ value }) => value),
    indicator.harm,
  );
  if (!found.departs) return null;
  const { mean, expected, deviation, width, limit, falseAlarmRate } = found;
  const method = 'EWMA (指数加权移动平均)';
  const parameters = { weight: EWMA_WEIGHT, width: round(width), falseAlarmRate };
  const moved = Math.abs(mean - expected);
  const severity: Severity = moved >= CRITICAL_RATIO * Math.abs(limit - expected) ? 'CRITICAL' : 'WARNING';
  const numbers = { mean: round(mean), expected: round(expected), deviation: round(deviation), limit: round(limit) };
  return { severity, evidence: evidenceOf(indicator, figures, { method, parameters, ...numbers }) };
}

function evidenceOf(
  { code, unit, harm }: Indicator,
  figures: readonly MonthFigure[],
  judged: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const past = figures.map(({ month, value }) => ({ month: month.slice(0, 7), value: round(value) }));
  return {
    indicator: code,
    unit,
    harm,
    ...judged,
    month: past.at(-1)!.month,
    value: past.at(-1)!.value,
    past: past.slice(0, -1),
  };
}

function asCount({ value, exposure }: MonthFigure): CountMonth {
  if (exposure === null) return { count: Math.round(value), exposure: 1 };
  return { count: Math.round((value * exposure) / PER), exposure };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
