import type { MeasureDefinition } from '../definition.js';
import type { BaseCell } from './base-cell.js';
import { type Cell, joined, NO_CELL, without } from './cell.js';
import { roundToBase } from './perturb-count.js';
import { type AmountCell, type MedianCell, publishMean } from './publish-amount.js';
import { type Publishing, showCell, showCount } from './show-cell.js';

/** Means of persons to a hundredth, of money to ten yuan; what is added up is the mean times the count that is shown. */
const STEP = { YUAN: 1_000, OTHER: 0.01 };
const MEDIAN_STEP = { YUAN: 10_000, OTHER: 1 };

/**
 * 发布指标 · A measure of the cells of a row, as it is shown; null for an amount that is withheld, 0 for a count that is.
 *
 * @param shown  the count of the row as it is shown
 * @article 5.3
 */
export function publishFigure(
  cells: readonly BaseCell[],
  slot: string,
  { fold, unit }: MeasureDefinition,
  shown: number,
  publishing: Publishing,
): number | null {
  const { draw, parameters } = publishing;
  const money = unit === 'YUAN';
  const own = cells.map(({ measured }) => measured[slot]);
  if (fold === 'COUNT') return shown;
  if (fold === 'DISTINCT')
    return cells.reduce((all, cell, at) => all + ownersShown(cell, own[at] as Cell, publishing), 0);
  if (fold === 'COUNT_IF')
    return Math.min(showCount(own as Cell[], publishing), mostOf(cells, own as Cell[], shown, publishing));
  if (fold === 'MEDIAN') {
    if (cells.length !== 1) return null;
    // Of those that have a value: of fifty of which one has, it would be that one's.
    const { median, ...valued } = own[0] as MedianCell;
    if (median === null || (showCell(valued, publishing) ?? 0) < parameters.medianFrom) return null;
    const step = money ? MEDIAN_STEP.YUAN : MEDIAN_STEP.OTHER;
    return Math.round(median / step) * step;
  }
  // Those that have a value may be few of many, and are shown only where they are by themselves.
  const valued = (own as AmountCell[]).filter((one) => showCell(one, publishing) !== null);
  const mean = publishMean(valued, money ? STEP.YUAN : STEP.OTHER, draw, parameters);
  if (fold === 'MEAN') return mean;
  if (mean === null) return money ? null : 0;
  const sum = mean * shown * shareWithValue(cells, valued);
  if (money) return Math.round(sum);
  // Persons are counted, and shown as counts are.
  const counted = roundToBase(sum, parameters.base);
  return counted < parameters.threshold ? 0 : counted;
}

/**
 * Households behind units that are shown. Where too few units are second ones of their households, they are told as if there were none: a
 * count of its own would be another draw over the same households, and any difference would tell that such a unit is there.
 */
function ownersShown(units: Cell, owners: Cell, publishing: Publishing): number {
  const shown = showCell(units, publishing) ?? 0;
  if (showCell(without(units, owners), publishing) === null) return shown;
  return Math.min(shown, showCell(owners, publishing) ?? 0);
}

/**
 * Where those that do not count are too few to be shown, as many are left out as are not shown: else it would say of everybody that they do.
 * Where they are enough it does not say it either, though the draws would.
 */
function mostOf(cells: readonly Cell[], own: readonly Cell[], shown: number, publishing: Publishing): number {
  const rest = without(cells.reduce<Cell>(joined, NO_CELL), own.reduce<Cell>(joined, NO_CELL));
  const { base, threshold } = publishing.parameters;
  return Math.max(0, shown - (showCell(rest, publishing) === null ? threshold : base));
}

/** Of the units, to a hundredth. */
function shareWithValue(cells: readonly Cell[], amounts: readonly AmountCell[]): number {
  const units = cells.reduce((all, { count }) => all + count, 0);
  const valued = amounts.reduce((all, { count }) => all + count, 0);
  return Math.round((valued / units) * 100) / 100;
}
