import { createReadStream, readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { parse } from 'csv-parse';
import exceljs from 'exceljs';
import iconv from 'iconv-lite';

/** 行 · One line of a sheet: its texts, or what is wrong with a cell. */
export interface SheetRow {
  /** From 1, the header included, as a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells that cannot be taken as they are; the line is left out. */
  readonly faults: readonly string[];
  /** Share of the file that has been read, 0 to 1. */
  readonly done: number;
}

/** A spreadsheet is read whole, to know of its merged cells; what is larger is better kept as CSV. */
const MOST_XLSX_BYTES = 20 * 1024 * 1024;
const SAMPLE_BYTES = 64 * 1024;

/** 读表 · The lines of a CSV or XLSX file, the header first. @throws Error in a sentence, where the file is none of both */
export function readSheet(file: string): AsyncIterable<SheetRow> {
  const kind = extname(file).toLowerCase();
  if (kind === '.csv') return readCsv(file);
  if (kind === '.xlsx') return readXlsx(file);
  throw new Error(`${file} is neither a .csv nor an .xlsx file; an .xls is to be saved as .xlsx`);
}

/** 编码 · UTF-8, or what Chinese spreadsheets write: GB 18030. */
export function encodingOf(sample: Buffer): 'utf8' | 'gb18030' {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf8';
  } catch {
    return 'gb18030';
  }
}

async function* readCsv(file: string): AsyncIterable<SheetRow> {
  const { size } = statSync(file);
  const encoding = encodingOf(sampleOf(file));
  const bytes = createReadStream(file);
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true });
  bytes.on('error', (error) => parser.destroy(error));
  bytes.pipe(iconv.decodeStream(encoding)).pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
    yield { line: info.lines, cells: record, faults: [], done: size === 0 ? 1 : Math.min(1, bytes.bytesRead / size) };
}

function sampleOf(file: string): Buffer {
  return readFileSync(file).subarray(0, SAMPLE_BYTES);
}

async function* readXlsx(file: string): AsyncIterable<SheetRow> {
  if (statSync(file).size > MOST_XLSX_BYTES)
    throw new Error(
      `${file} has more than ${MOST_XLSX_BYTES / 1024 / 1024} MB; save it as CSV, which is read as a stream`,
    );
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error(`${file} has no worksheet`);
  const merged = (sheet.model as unknown as { merges?: string[] }).merges ?? [];
  if (merged.length > 0)
    throw new Error(`${file} has merged cells (${merged.slice(0, 5).join(', ')}): unmerge them, and fill each cell`);
  const width = sheet.getRow(1).cellCount;
  for (let line = 1; line <= sheet.rowCount; line += 1) {
    const row = sheet.getRow(line);
    const read = Array.from({ length: width }, (_, at) => cellText(row.getCell(at + 1)));
    if (read.every(({ text, fault }) => text === '' && fault === null)) continue;
    yield {
      line,
      cells: read.map(({ text }) => text),
      faults: read.flatMap(({ fault }) => fault ?? []),
      done: line / sheet.rowCount,
    };
  }
}

/** More digits than a spreadsheet keeps. */
const KEPT_DIGITS = 15;

function cellText(cell: exceljs.Cell): { readonly text: string; readonly fault: string | null } {
  const { value, address } = cell;
  const fault = (what: string) => ({ text: '', fault: `cell ${address} ${what}` });
  if (value === null || value === undefined) return { text: '', fault: null };
  if (typeof value === 'string' || typeof value === 'boolean') return { text: String(value), fault: null };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), fault: null };
  if (typeof value === 'number') {
    if (Math.abs(value) >= 10 ** KEPT_DIGITS)
      return fault(
        'holds a number of more than 15 digits, turned into floating point: its end is lost. Keep ID numbers as text',
      );
    return { text: String(value), fault: null };
  }
  if ('formula' in value || 'sharedFormula' in value) return fault('holds a formula: paste its value instead');
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join(''), fault: null };
  if ('hyperlink' in value) return { text: String(value.text), fault: null };
  return fault('holds an error of the spreadsheet');
}
