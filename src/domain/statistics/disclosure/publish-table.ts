import type { MeasureDefinition } from '../definition.js';
import type { BaseCell } from './base-cell.js';
import type { KeyedDraw } from './cell.js';
import { parentsOf, tellsOfAll } from './full-group.js';
import { publishFigure } from './publish-figure.js';
import type { AttributeValue, CellSelection } from './selection.js';
import { isSelected } from './selection.js';
import { isShown, type Publishing, showCount } from './show-cell.js';
import { BETWEEN_PAUSES, keyOf, parts } from './walk-cells.js';

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

interface Group {
  readonly values: Readonly<Record<string, AttributeValue>>;
  readonly cells: BaseCell[];
}

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
  const chosen: BaseCell[] = [];
  // Rows are made of cells that are shown by themselves: a small one changes nothing, not even whether a row is there.
  const picked: BaseCell[] = [];
  for (const part of parts(cells)) {
    for (const cell of part) {
      if (selection !== null && !picks(selection, cell)) continue;
      chosen.push(cell);
      if (isShown(cell, publishing)) picked.push(cell);
    }
    yield;
  }
  const parents = yield* parentsOf({ all: cells, chosen, picked }, question, publishing);
  const groups = yield* grouped(picked, dimensions);
  const rows: PublishedRow[] = [];
  let looked = 0;
  for (const group of groups.values()) {
    looked += group.cells.length;
    if (looked >= BETWEEN_PAUSES) {
      looked = 0;
      yield;
    }
    if (tellsOfAll(group.cells, parents, publishing)) continue;
    const shown = showCount(group.cells, publishing);
    const figures = question.measures.map(({ slot, definition }) => [
      slot,
      publishFigure(group.cells, slot, definition, shown, publishing),
    ]);
    rows.push({ values: group.values, figures: Object.fromEntries(figures) as PublishedRow['figures'] });
  }
  return rows;
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
