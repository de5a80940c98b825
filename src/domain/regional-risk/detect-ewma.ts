import { tWidth } from './student-t.js';

/** 均值检验 · What a weighted mean of the last months is held against. @article 2.3 */
export interface EwmaDetection {
  readonly departs: boolean;
  /** Exponentially weighted mean of the months that are judged. */
  readonly mean: number;
  /** Mean of the past. */
  readonly expected: number;
  readonly deviation: number;
  /** Deviations by which the mean must differ: the shorter the past, the more. */
  readonly width: number;
  /** The mean that departs, on the side that hurts. */
  readonly limit: number;
  /** Chance that a region in which nothing changed passes the limit in one month. */
  readonly falseAlarmRate: number;
}

/** Weight of the newest month; the two that are judged weigh 0.6 and 0.24. */
export const EWMA_WEIGHT = 0.6;
/** National default, as that of the counts; one side is looked at. */
export const EWMA_FALSE_ALARM_RATE = 0.002;
/** Months that are judged and no part of the past. */
const JUDGED = 2;
/** A past that never moved is taken to move by a hundredth of itself, so that rounding is no departure. */
const LEAST_SHARE = 0.01;

/**
 * 指数加权移动平均 · Whether the weighted mean of the last months lies further from a region's own past than chance lets expect, on
 * the side that hurts. For prices and rates, whose level is a figure and no count.
 *
 * How far the months stray is estimated from the past and not known: held against it, the weighted mean is t-distributed with one
 * degree of freedom less than the past has months, and the width keeps the false-alarm rate at every length.
 *
 * @param values  oldest first, the month that is judged last; at least 5
 * @param harm  which side hurts
 * @article 2.3
 */
export function detectEwma(values: readonly number[], harm: 'RISE' | 'FALL'): EwmaDetection {
  const past = values.slice(0, -JUDGED);
  const expected = past.reduce((sum, value) => sum + value, 0) / past.length;
  const squares = past.reduce((sum, value) => sum + (value - expected) ** 2, 0);
  const spread = Math.max(Math.sqrt(squares / (past.length - 1)), Math.abs(expected) * LEAST_SHARE);
  const mean = values.slice(-JUDGED).reduce((held, value) => EWMA_WEIGHT * value + (1 - EWMA_WEIGHT) * held, expected);
  const own = (EWMA_WEIGHT / (2 - EWMA_WEIGHT)) * (1 - (1 - EWMA_WEIGHT) ** (2 * JUDGED));
  const weight = 1 - (1 - EWMA_WEIGHT) ** JUDGED;
  const deviation = spread * Math.sqrt(own + weight ** 2 / past.length);
  const width = tWidth(EWMA_FALSE_ALARM_RATE, past.length - 1);
  const limit = expected + (harm === 'RISE' ? 1 : -1) * width * deviation;
  const departs = harm === 'RISE' ? mean > limit : mean < limit;
  return { departs, mean, expected, deviation, width, limit, falseAlarmRate: EWMA_FALSE_ALARM_RATE };
}
