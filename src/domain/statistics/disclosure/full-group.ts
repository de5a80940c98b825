import type { BaseCell } from './base-cell.js';
import { type Cell, joined, NO_CELL, without } from './cell.js';
import { type Publishing, showCell } from './show-cell.js';
import { keyOf, parts } from './walk-cells.js';

/** 群组所问 · What says which groups a row is a part of. @article none — technical */
export interface GroupQuestion {
  readonly dimensions: readonly string[];
  readonly open: ReadonlySet<string>;
  readonly filteredBy: readonly string[];
}

/** 上级群组 · The groups along a dimension, or without the filter, by the attributes that tell them apart. @article 5.3 */
export interface Parents {
  readonly names: readonly string[];
  readonly whole: ReadonlyMap<string, Cell>;
}

/** 群组所由 · The cells that groups are made of: all that were read, those that the filter picks, and those of them that are shown. @article none — technical */
export interface ParentCells {
  readonly all: readonly BaseCell[];
  readonly chosen: readonly BaseCell[];
  readonly picked: readonly BaseCell[];
}

/**
 * 所属群组 · The groups that a row is a part of: along each dimension that says something of its units, and without what the filter says of
 * them, in the places and times that it names. Along a dimension of which a unit may have several values a group has each unit once.
 *
 * @article 5.3
 */
export function* parentsOf(
  { all, chosen, picked }: ParentCells,
  question: GroupQuestion,
): Generator<undefined, Parents[]> {
  const along = question.dimensions
    .filter((name) => !question.open.has(name))
    .map((name) => {
      const names = question.dimensions.filter((other) => other !== name);
      const several = all[0]?.firsts?.[name] !== undefined;
      return several
        ? { names, of: chosen, unitsOf: (cell: BaseCell): Cell => cell.firsts?.[name] ?? NO_CELL }
        : { names, of: picked, unitsOf: (cell: BaseCell): Cell => cell };
    });
  const places = question.filteredBy.filter((name) => question.open.has(name));
  const tells = question.filteredBy.length > places.length;
  const named = [...new Set([...question.dimensions, ...places])];
  const unfiltered = tells ? [{ names: named, of: all, unitsOf: (cell: BaseCell): Cell => cell }] : [];
  const parents: Parents[] = [];
  for (const { names, of, unitsOf } of [...along, ...unfiltered]) {
    const whole = new Map<string, Cell>();
    for (const part of parts(of)) {
      for (const cell of part) {
        const key = keyOf(cell.values, names);
        whole.set(key, joined(whole.get(key) ?? NO_CELL, unitsOf(cell)));
      }
      yield;
    }
    parents.push({ names, whole });
  }
  return parents;
}

/**
 * 是否说及全体 · Whether the cells of a row hold all or nearly all of a group: it would say of each of them what they are.
 *
 * @article 5.3
 */
export function tellsOfAll(cells: readonly BaseCell[], parents: readonly Parents[], publishing: Publishing): boolean {
  const own = cells.reduce<Cell>(joined, NO_CELL);
  return parents.some(({ names, whole }) => {
    const keys = new Set(cells.map((cell) => keyOf(cell.values, names)));
    const parent = [...keys].reduce<Cell>((all, key) => joined(all, whole.get(key) ?? NO_CELL), NO_CELL);
    return showCell(without(parent, own), publishing) === null;
  });
}
