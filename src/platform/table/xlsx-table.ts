import { PassThrough, type Writable } from 'node:stream';
import excel from 'exceljs';
import { CHINA_OFFSET_MS } from '../clock.js';
import { joinedText, plainText, spreadsheetText } from './cell-text.js';
import { type CellKind, type Column, cellOf, type TableRow } from './column.js';
import type { TableQuestion, TableWriter } from './table-format.js';

const FORMATS: Readonly<Partial<Record<CellKind, string>>> = {
  money: '0.00',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm:ss',
  text: '@',
  texts: '@',
  json: '@',
};
const WIDTHS: Readonly<Partial<Record<CellKind, number>>> = {
  text: 24,
  texts: 32,
  json: 40,
  day: 12,
  instant: 20,
  money: 16,
};
const SHEET = { zh: '数据', en: 'Data' } as const;
/** Most characters of a cell. */
const LONGEST_TEXT = 32_767;

/**
 * XLSX · One sheet with a fixed line of names. Ids and codes are text, whatever digits they have; amounts are numbers with two decimals,
 * days are days, instants show China Standard Time; text that would begin a formula has an apostrophe before it.
 *
 * @article none — technical
 */
export const writeXlsx: TableWriter = async function* (question) {
  const out = new PassThrough();
  const written = writeBook(question, out).catch((error: unknown) => out.destroy(error as Error));
  try {
    for await (const chunk of out) yield chunk as Buffer;
    await written;
  } finally {
    out.destroy();
  }
};

async function writeBook({ columns, pages, options }: TableQuestion, out: PassThrough): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(SHEET[options.labels], {
    views: [{ state: 'frozen', ySplit: options.header ? 1 : 0 }],
  });
  sheet.columns = columns.map(({ kind }, at) => ({
    key: String(at),
    width: WIDTHS[kind] ?? 12,
    style: { numFmt: FORMATS[kind] ?? 'General' },
  }));
  if (options.header) {
    const head = sheet.addRow(
      columns.map(({ name, title }) => spreadsheetText(options.labels === 'zh' ? title : name)),
    );
    head.font = { bold: true };
    head.commit();
  }
  for await (const rows of pages) {
    for (const row of rows) sheet.addRow(columns.map((column) => excelValue(row, column))).commit();
    await taken(sheet, out);
  }
  sheet.commit();
  await book.commit();
}

function excelValue(row: TableRow, column: Column): excel.CellValue {
  const value = cellOf(row, column);
  if (value === null) return null;
  switch (column.kind) {
    case 'integer':
    case 'number':
    case 'yes-no':
      return value as number | boolean;
    case 'money':
      return Number(value);
    case 'day':
      return new Date(`${String(value)}T00:00:00Z`);
    case 'instant':
      return new Date(new Date(value as string).getTime() + CHINA_OFFSET_MS);
    default: {
      const text = column.kind === 'texts' ? joinedText(value as unknown[]) : plainText(value);
      return spreadsheetText(text).slice(0, LONGEST_TEXT);
    }
  }
}

/**
 * Waits until what was written is on its way: the library takes rows as fast as they come and would keep a whole county in memory
 * before a slow reader. Its streams are of an older kind, which tells by this alone that it is full.
 */
async function taken(sheet: excel.Worksheet, out: PassThrough): Promise<void> {
  const { pipes = [] } = (sheet as unknown as { stream: { pipes?: Writable[] } }).stream;
  for (const stream of [...pipes, out])
    while (isFull(stream)) {
      if (out.destroyed) throw new Error('the reader has gone');
      await drained(stream, out);
    }
}

function isFull(stream: Writable): boolean {
  return (stream as unknown as { _writableState: { needDrain: boolean } })._writableState.needDrain;
}

function drained(stream: Writable, out: PassThrough): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go);
      out.off('close', go);
      resolve();
    };
    stream.on('drain', go);
    out.on('close', go);
  });
}
