import type { KeyedDraw } from './cell.js';
import type { DisclosureParameters } from './parameters.js';

/** 金额单元 · What the units of a cell add up to. @article 5.3 */
export interface AmountCell {
  readonly key: number;
  /** Units that have a value. */
  readonly count: number;
  readonly sum: number;
  /** The greatest value, without its sign. */
  readonly largest: number;
}

/** 中位数单元 · The median of the units of a cell that have a value, and how many these are. @article 5.3 */
export interface MedianCell {
  readonly key: number;
  readonly count: number;
  readonly median: number | null;
}

/**
 * 发布均值 · The mean of some cells, each with its sum moved by half to all of its greatest value, up or down as its key says;
 * rounded to the step.
 *
 * Whoever knows all but one of the units cannot tell that one: what is added is as great as the greatest of them.
 *
 * @param step  to which it is rounded, in the unit of the values
 * @returns null where one unit makes up more than may be, no unit has a value, or all have nought, which would say it of each
 * @article 5.3
 */
export function publishMean(
  cells: readonly AmountCell[],
  step: number,
  draw: KeyedDraw,
  { dominancePercent }: Pick<DisclosureParameters, 'dominancePercent'>,
): number | null {
  const count = cells.reduce((all, one) => all + one.count, 0);
  const size = cells.reduce((all, one) => all + Math.abs(one.sum), 0);
  const largest = Math.max(0, ...cells.map((one) => one.largest));
  if (count === 0 || size === 0 || largest * 100 > size * dominancePercent) return null;
  const moved = cells.reduce((all, one) => all + one.sum + movement(one, draw), 0);
  return Math.round(moved / count / step) * step;
}

function movement({ key, largest }: AmountCell, draw: KeyedDraw): number {
  const side = draw('side', key) < 0.5 ? -1 : 1;
  return side * largest * (0.5 + draw('amount', key) / 2);
}
