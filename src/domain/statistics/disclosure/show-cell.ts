import type { Cell, KeyedDraw } from './cell.js';
import type { DisclosureParameters } from './parameters.js';
import { perturbCount, roundToBase } from './perturb-count.js';

/** 发布所需 · The secret's draws and the parameters. @article 5.3 */
export interface Publishing {
  readonly draw: KeyedDraw;
  readonly parameters: DisclosureParameters;
}

/**
 * 单元的公布数 · The count of a cell as it is shown by itself; null where it is withheld: too few units, or of too few households where several may
 * be of one.
 *
 * @article 5.3
 */
export function showCell(cell: Cell, publishing: Publishing): number | null {
  const { draw, parameters } = publishing;
  if (cell.owners !== undefined && showCell(cell.owners, publishing) === null) return null;
  const value = perturbCount(cell, draw, parameters);
  return value < parameters.threshold ? null : roundToBase(value, parameters.base);
}

/** 是否公布 · Whether a cell is shown by itself. @article 5.3 */
export function isShown(cell: Cell, publishing: Publishing): boolean {
  return showCell(cell, publishing) !== null;
}

/**
 * 合计的公布数 · The count of cells together: of none more than it shows alone, so that nobody tells by a union whether a small one is empty.
 *
 * @article 5.3
 */
export function showCount(cells: readonly Cell[], publishing: Publishing): number {
  return cells.reduce((all, cell) => all + (showCell(cell, publishing) ?? 0), 0);
}
