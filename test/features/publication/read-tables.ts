import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';

/** A row as a file tells it: texts, whole numbers, and amounts of money in yuan. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Media types that a list is answered as, and how a client reads each of them. */
export const TABLE_READERS: Readonly<Record<string, (bytes: Buffer) => Promise<TableRow[]>>> = {
  'text/csv': async (bytes) =>
    parse(bytes, { columns: true, bom: true, cast: (value, { header }) => (header ? value : ofText(value)) }),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': async (bytes) => {
    const book = new excel.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [names = [], ...rows] = (book.getWorksheet('Data')?.getSheetValues() ?? [])
      .slice(1)
      .map((row) => (row as excel.CellValue[]).slice(1));
    return rows.map((row) => Object.fromEntries(names.map((name, at) => [String(name), (row[at] ?? null) as number])));
  },
  'application/vnd.apache.arrow.stream': async (bytes) => {
    const table = tableFromIPC(bytes);
    const scales = new Map(table.schema.fields.map(({ name, type }) => [name, (type as { scale?: number }).scale]));
    const ofCell = ([name, value]: [string, unknown]) => {
      const scale = scales.get(name);
      return [name, scale === undefined || value === null ? value : Number(String(value)) / 10 ** scale];
    };
    return table.toArray().map((row) => Object.fromEntries(Object.entries(row.toJSON()).map((cell) => ofCell(cell))));
  },
};

function ofText(value: string): string | number | null {
  if (value === '') return null;
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
