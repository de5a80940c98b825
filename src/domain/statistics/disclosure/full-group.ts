import type { BaseCell } from './base-cell.js';
import { type Cell, joined, NO_CELL, without } from './cell.js';
import { type CellSelection, selectedBut } from './selection.js';
import { isShown, type Publishing, showCell } from './show-cell.js';
import { keyOf, parts } from './walk-cells.js';

/** 群组所问 · What says which groups a row is a part of. @article none — technical */
export interface GroupQuestion {
  readonly dimensions: readonly string[];
  readonly open: ReadonlySet<string>;
  readonly selection: CellSelection | null;
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

/** Groups by the attributes that tell them apart, the cells that they are made of, and whom each cell adds to them. */
interface Grouped {
  readonly names: readonly string[];
  readonly of: readonly BaseCell[];
  readonly unitsOf: (cell: BaseCell) => Cell;
}

const OWN = (cell: BaseCell): Cell => cell;

/**
 * 所属群组 · The groups that a row is a part of: along each dimension that says something of its units, and without what the filter says of
 * them beside the dimensions, in the places and times that it names. Along a dimension of which a unit may have several values a group has
 * each unit once. What the filter says of a dimension the row says itself: the group along it has those of other values, too.
 *
 * @article 5.3
 */
export function* parentsOf(
  { all, chosen, picked }: ParentCells,
  question: GroupQuestion,
  publishing: Publishing,
): Generator<undefined, Parents[]> {
  const { dimensions, open, selection, filteredBy } = question;
  const groups: Grouped[] = [];
  for (const name of dimensions.filter((one) => !open.has(one))) {
    const names = dimensions.filter((other) => other !== name);
    const said = selection !== null && filteredBy.includes(name);
    const within = said ? yield* cellsBut(all, selection, name) : chosen;
    if (all[0]?.firsts?.[name] !== undefined)
      groups.push({ names, of: within, unitsOf: (cell) => cell.firsts?.[name] ?? NO_CELL });
    else groups.push({ names, of: said ? within.filter((cell) => isShown(cell, publishing)) : picked, unitsOf: OWN });
  }
  const places = filteredBy.filter((name) => open.has(name));
  if (filteredBy.some((name) => !open.has(name) && !dimensions.includes(name)))
    groups.push({ names: [...new Set([...dimensions, ...places])], of: all, unitsOf: OWN });
  const parents: Parents[] = [];
  for (const { names, of, unitsOf } of groups) {
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

function* cellsBut(
  all: readonly BaseCell[],
  selection: CellSelection,
  name: string,
): Generator<undefined, readonly BaseCell[]> {
  const isPicked = selectedBut(selection, name);
  const found: BaseCell[] = [];
  for (const part of parts(all)) {
    for (const cell of part) if (isPicked((attribute) => cell.values[attribute] ?? null)) found.push(cell);
    yield;
  }
  return found;
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
