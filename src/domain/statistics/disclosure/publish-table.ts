import type { MeasureDefinition } from '../definition.js';
import { type Cell, joined, type KeyedDraw, NO_CELL, without } from './cell.js';
import type { DisclosureParameters } from './parameters.js';
import { perturbCount, roundToBase } from './perturb-count.js';
import { type AmountCell, publishMean } from './publish-amount.js';
import type { AttributeValue, CellSelection } from './selection.js';
import { isSelected } from './selection.js';

/** 基础单元 · A cell of the finest table that a question needs: by its dimensions and by what its filter depends on. @article 5.3 */
export interface BaseCell extends Cell {
  /** By the names of the attributes. */
  readonly values: Readonly<Record<string, AttributeValue>>;
  /** Of each measure, by its slot: the units that count for it, or what they add up to. */
  readonly measured: Readonly<Record<string, Cell | AmountCell | { readonly median: number | null }>>;
}

/** 发布提问 · What is shown of the cells. @article 5.3 */
export interface TableQuestion {
  /** Attributes that are the rows' dimensions, in their order. */
  readonly dimensions: readonly string[];
  /** Attributes that are places or times: that a whole group lies in one of them tells nothing of anybody. */
  readonly open: ReadonlySet<string>;
  readonly measures: readonly { readonly slot: string; readonly definition: MeasureDefinition }[];
  readonly selection: CellSelection | null;
  /** What the selection depends on. */
  readonly filteredBy: readonly string[];
}

/** 发布的行 · Values of the dimensions, and of the measures by their slots. @article 5.3 */
export interface PublishedRow {
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly figures: Readonly<Record<string, number | null>>;
}

/** 发布所需 · The secret's draws and the parameters. @article 5.3 */
export interface Publishing {
  readonly draw: KeyedDraw;
  readonly parameters: DisclosureParameters;
}

interface Group {
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly cells: BaseCell[];
}

/** Cells that are looked at between two pauses. */
const BETWEEN_PAUSES = 200;

/**
 * 发布统计表 · The rows of a table that may be shown: counts perturbed cell by cell and rounded, small ones left out, and those
 * that would say of everybody in a group what they are.
 *
 * What is put together of several cells is the sum of those that are shown by themselves: whoever subtracts one union of cells from
 * another is left with what the difference shows alone, the same every time, and learns nothing by asking more often or beside more
 * others. A union of small cells holds none of them: figures that are filtered finely lean low, and never tell whether somebody is there.
 *
 * @article 5.3
 */
export function publishTable(
  cells: readonly BaseCell[],
  question: TableQuestion,
  publishing: Publishing,
): PublishedRow[] {
  const work = publishTableInParts(cells, question, publishing);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/**
 * 分段发布 · `publishTable` with a pause every few hundred cells, so that whoever has others to answer need not hold them up.
 *
 * @returns an iterator that does the next part each time, and ends with the rows
 * @article none — technical
 */
export function* publishTableInParts(
  cells: readonly BaseCell[],
  question: TableQuestion,
  { draw, parameters }: Publishing,
): Generator<undefined, PublishedRow[]> {
  const { selection, dimensions } = question;
  const publishing = { draw: drawnOnce(draw), parameters };
  // Whatever follows looks at cells that are shown by themselves: a small one changes nothing, not even whether a row is there.
  const picked: BaseCell[] = [];
  for (const part of parts(cells)) {
    for (const cell of part)
      if ((selection === null || picks(selection, cell)) && showCell(cell, publishing) !== null) picked.push(cell);
    yield;
  }
  const parents = yield* parentsOf(cells, picked, question);
  const groups = yield* grouped(picked, dimensions);
  const rows: PublishedRow[] = [];
  let looked = 0;
  for (const group of groups.values()) {
    looked += group.cells.length;
    if (looked >= BETWEEN_PAUSES) {
      looked = 0;
      yield;
    }
    if (tellsOfAll(group, parents, publishing)) continue;
    const shown = showCount(group.cells, publishing);
    const figures = question.measures.map(({ slot, definition }) => [
      slot,
      figureOf(group.cells, slot, definition, shown, publishing),
    ]);
    rows.push({ values: group.values, figures: Object.fromEntries(figures) as PublishedRow['figures'] });
  }
  return rows;
}

function* parts<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BETWEEN_PAUSES) yield all.slice(from, from + BETWEEN_PAUSES);
}

/** A draw costs a digest, and each cell is looked at several times. */
function drawnOnce(draw: KeyedDraw): KeyedDraw {
  const drawn = new Map<string, Map<number, number>>();
  return (purpose, key) => {
    const known = drawn.get(purpose) ?? new Map<number, number>();
    drawn.set(purpose, known);
    const value = known.get(key) ?? draw(purpose, key);
    known.set(key, value);
    return value;
  };
}

function picks(selection: CellSelection, { values }: BaseCell): boolean {
  return isSelected(selection, (attribute) => values[attribute] ?? null);
}

const keyOf = (values: BaseCell['values'], names: readonly string[]): string =>
  JSON.stringify(names.map((name) => values[name] ?? null));

function* grouped(
  cells: readonly BaseCell[],
  names: readonly string[],
): Generator<undefined, ReadonlyMap<string, Group>> {
  const groups = new Map<string, Group>();
  for (const part of parts(cells)) {
    for (const cell of part) {
      const key = keyOf(cell.values, names);
      const known = groups.get(key);
      if (known !== undefined) known.cells.push(cell);
      else
        groups.set(key, {
          values: Object.fromEntries(names.map((name) => [name, cell.values[name] ?? null])),
          cells: [cell],
        });
    }
    yield;
  }
  return groups;
}

/** The count of a cell as it is shown by itself; null where it is withheld. */
function showCell(cell: Cell, { draw, parameters }: Publishing): number | null {
  const value = perturbCount(cell, draw, parameters);
  return value < parameters.threshold ? null : roundToBase(value, parameters.base);
}

/** The count of cells together: of none more than it shows alone, so that nobody tells by a union whether a small one is empty. */
function showCount(cells: readonly Cell[], publishing: Publishing): number {
  return cells.reduce((all, cell) => all + (showCell(cell, publishing) ?? 0), 0);
}

interface Parents {
  readonly names: readonly string[];
  readonly whole: ReadonlyMap<string, Cell>;
}

/**
 * The groups that a row is a part of: along each dimension that says something of its units, and without what the filter says of
 * them, in the places and times that it names.
 */
function* parentsOf(
  all: readonly BaseCell[],
  picked: readonly BaseCell[],
  question: TableQuestion,
): Generator<undefined, Parents[]> {
  const along = question.dimensions
    .filter((name) => !question.open.has(name))
    .map((name) => ({ names: question.dimensions.filter((other) => other !== name), of: picked }));
  const places = question.filteredBy.filter((name) => question.open.has(name));
  const tells = question.filteredBy.length > places.length;
  const unfiltered = tells ? [{ names: [...new Set([...question.dimensions, ...places])], of: all }] : [];
  const parents: Parents[] = [];
  for (const { names, of } of [...along, ...unfiltered]) {
    const whole = new Map<string, Cell>();
    for (const part of parts(of)) {
      for (const cell of part) {
        const key = keyOf(cell.values, names);
        whole.set(key, joined(whole.get(key) ?? NO_CELL, cell));
      }
      yield;
    }
    parents.push({ names, whole });
  }
  return parents;
}

/** Whether a row holds all or nearly all of a group: it would say of each of them what they are. */
function tellsOfAll({ cells }: Group, parents: readonly Parents[], publishing: Publishing): boolean {
  const own = cells.reduce<Cell>(joined, NO_CELL);
  return parents.some(({ names, whole }) => {
    const keys = new Set(cells.map((cell) => keyOf(cell.values, names)));
    const parent = [...keys].reduce<Cell>((all, key) => joined(all, whole.get(key) ?? NO_CELL), NO_CELL);
    return showCell(without(parent, own), publishing) === null;
  });
}

/** Means of persons to a hundredth, of money to ten yuan; what is added up is the mean times the count that is shown. */
const STEP = { YUAN: 1_000, OTHER: 0.01 };
const MEDIAN_STEP = { YUAN: 10_000, OTHER: 1 };

function figureOf(
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
  if (fold === 'DISTINCT') return showCount(own as Cell[], publishing);
  if (fold === 'COUNT_IF')
    return Math.min(showCount(own as Cell[], publishing), mostOf(cells, own as Cell[], shown, publishing));
  if (fold === 'MEDIAN') {
    const median = cells.length === 1 ? ((own[0] as { median: number | null }).median ?? null) : null;
    if (median === null || shown < parameters.medianFrom) return null;
    const step = money ? MEDIAN_STEP.YUAN : MEDIAN_STEP.OTHER;
    return Math.round(median / step) * step;
  }
  const mean = publishMean(own as AmountCell[], money ? STEP.YUAN : STEP.OTHER, draw, parameters);
  if (fold === 'MEAN') return mean;
  if (mean === null) return money ? null : 0;
  return Math.round(mean * shown * shareWithValue(cells, own as AmountCell[]));
}

/** Where those that do not count are too few to be shown, as many are left out as are not shown: else it would say of everybody that they do. */
function mostOf(cells: readonly Cell[], own: readonly Cell[], shown: number, publishing: Publishing): number {
  const rest = without(cells.reduce<Cell>(joined, NO_CELL), own.reduce<Cell>(joined, NO_CELL));
  return showCell(rest, publishing) === null ? Math.max(0, shown - publishing.parameters.threshold) : shown;
}

/** Of the units, to a hundredth. */
function shareWithValue(cells: readonly Cell[], amounts: readonly AmountCell[]): number {
  const units = cells.reduce((all, { count }) => all + count, 0);
  const valued = amounts.reduce((all, { count }) => all + count, 0);
  return Math.round((valued / units) * 100) / 100;
}
