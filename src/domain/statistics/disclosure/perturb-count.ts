import type { Cell, KeyedDraw } from './cell.js';
import type { DisclosureParameters } from './parameters.js';

/**
 * 扰动计数 · The count of a cell with what its key adds or takes: anything between minus and plus the noise, alike likely, so
 * that it is right on average. It may come out below nought: it is added up with others, and by itself then not shown.
 *
 * The same units have the same key and get the same noise, in whatever words they are asked for.
 *
 * @returns a whole number that is not yet rounded to the base; 0 for no units
 * @article 5.3
 */
export function perturbCount(cell: Cell, draw: KeyedDraw, { noise }: Pick<DisclosureParameters, 'noise'>): number {
  if (cell.count === 0) return 0;
  return cell.count - noise + Math.floor(draw('count', cell.key) * (2 * noise + 1));
}

/**
 * 舍入到基数 · To the nearest multiple of the base.
 *
 * @article 5.3
 */
export function roundToBase(value: number, base: number): number {
  return Math.round(value / base) * base;
}
