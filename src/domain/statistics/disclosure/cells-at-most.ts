import { type Cell, joined, NO_CELL } from './cell.js';
import { type Publishing, showCell } from './show-cell.js';

/** 单元可能数 · How many cells a question could have by what the lists of values say. @article 5.3 */
export interface PossibleCells {
  readonly all: number;
  /** Places of those lists; 1 where the question tells no places apart. */
  readonly places: number;
  /** Of one unit: it may have several values of an attribute. */
  readonly ofUnit: number;
}

/**
 * 单元上限 · More than so many cells a question has not, as far as lists of values and figures that are shown anyway tell: never how many there
 * are, since whether a question is answered would tell of small ones.
 *
 * A unit is in a cell, a place that is shown has as many as the lists make possible, and places that are not shown have what the shown ones leave.
 *
 * @param places  all units by place, whatever the question filters
 * @article 5.3
 */
export function cellsAtMost(possible: PossibleCells, places: readonly Cell[], publishing: Publishing): number {
  const units = showCell(places.reduce<Cell>(joined, NO_CELL), publishing) ?? 0;
  const shown = places.map((place) => showCell(place, publishing)).filter((count) => count !== null);
  const beside = Math.max(0, units - shown.reduce((all, count) => all + count, 0));
  const inShown = shown.length * Math.ceil(possible.all / possible.places);
  return Math.min(possible.all, units * possible.ofUnit, inShown + beside * possible.ofUnit);
}
