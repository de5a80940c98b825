import { stringify } from 'csv-stringify/sync';
import { joinedText, plainText, spreadsheetText } from './cell-text.js';
import { type Column, cellOf, type TableRow } from './column.js';
import type { TableWriter } from './table-format.js';

/** What tells Excel that a file is UTF-8. */
const MARK = '\ufeff';
const KINDS_WITHOUT_TEXT = new Set(['integer', 'number', 'yes-no', 'money', 'day', 'instant']);

/**
 * CSV · RFC 4180 in UTF-8, with a line of names: numbers, amounts, days and instants as the API writes them, an empty field for null,
 * and text that no spreadsheet takes for a formula.
 *
 * @article none — technical
 */
export const writeCsv: TableWriter = async function* ({ columns, pages, options }) {
  const names = columns.map(({ name, title }) => spreadsheetText(options.labels === 'zh' ? title : name));
  const head = options.header ? written([names]) : '';
  yield Buffer.from((options.mark ? MARK : '') + head);
  for await (const rows of pages)
    if (rows.length > 0) yield Buffer.from(written(rows.map((row) => columns.map((column) => fieldOf(row, column)))));
};

function written(records: readonly (readonly (string | null)[])[]): string {
  return stringify(records as string[][], { record_delimiter: 'windows' });
}

function fieldOf(row: TableRow, column: Column): string | null {
  const value = cellOf(row, column);
  if (value === null) return null;
  if (KINDS_WITHOUT_TEXT.has(column.kind)) return plainText(value);
  return spreadsheetText(column.kind === 'texts' ? joinedText(value as unknown[]) : plainText(value));
}
