/**
 * 列类型 · What the cells of a column hold. `money` is yuan with two decimals, `day` a calendar day, `instant` a moment, `texts` a list
 * of plain values, `json` an object whose shape depends on its place.
 *
 * @article none — technical
 */
export type CellKind = 'text' | 'integer' | 'number' | 'yes-no' | 'money' | 'day' | 'instant' | 'texts' | 'json';

/** 列 · One column of a table, from the selection of a list. @article none — technical */
export interface Column {
  /** Response keys that lead from a row to the cell. */
  readonly path: readonly string[];
  /** The path with points: `household.number`. */
  readonly name: string;
  /** Its Chinese terms, from the descriptions of the fields; the alias where the caller gave one. */
  readonly title: string;
  readonly kind: CellKind;
  /** The Chinese terms of an enum's words. */
  readonly words?: ReadonlyMap<string, string>;
  /** Whether a row that has something in it puts others together, and is no group beside them. */
  readonly marksTotals?: boolean;
}

/** 行 · One row as it was answered. @article none — technical */
export type TableRow = Readonly<Record<string, unknown>>;

/** 单元格 · The value of a cell; null where anything on the way to it is. @article none — technical */
export function cellOf(row: TableRow, { path }: Column): unknown {
  let value: unknown = row;
  for (const key of path) {
    if (value === null || value === undefined) return null;
    value = (value as TableRow)[key];
  }
  return value ?? null;
}

/** 是否合计 · Whether a row is a total of others, by the columns that say so. @article none — technical */
export function isTotal(row: TableRow, columns: readonly Column[]): boolean {
  return columns.some((column) => {
    const value = column.marksTotals ? cellOf(row, column) : null;
    return Array.isArray(value) && value.length > 0;
  });
}
