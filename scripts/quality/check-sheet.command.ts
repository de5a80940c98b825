import ExcelJS from 'exceljs';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import {
  checkSheet,
  missingColumns,
  SHEET_COLUMNS,
  type SheetCell,
  type SheetFault,
} from '../../src/domain/quality/check-sheet.js';
import { importModule, loadProvinces, ProvinceService } from '../../src/features/province/index.js';

/** 表格检查要求 · A sheet, and whose rules hold. */
export interface SheetAsked {
  readonly file: string;
  readonly province: RegionCode;
  readonly on: CalendarDate;
  /** Places of province modules outside the product. */
  readonly provinceModules: readonly string[];
  /** Where the same sheet goes with its faults marked. */
  readonly out?: string;
}

/** 表格检查结果 · How many rows there were, and what is wrong with them. */
export interface SheetChecked {
  readonly rows: number;
  readonly faults: readonly SheetFault[];
}

/** 标记颜色 · Cells with a fault are filled with it. */
export const MARK = 'FFFFC7CE';

/**
 * 检查表格 · Checks a sheet in the columns of the national export by the rules of a province, and keeps nothing of it.
 *
 * @throws Error for a file that is no sheet, or of another layout, with the columns expected and found
 */
export async function checkSheetFile({ file, province, on, provinceModules, out }: SheetAsked): Promise<SheetChecked> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  const columns = Array.from({ length: sheet.columnCount }, (_, at) => at + 1);
  const header = columns.map((at) => cellOf(sheet.getRow(1).getCell(at)).text);
  const missing = missingColumns(header);
  if (missing.length > 0)
    throw new Error(
      `${file} is not laid out as the national export.\nexpected: ${SHEET_COLUMNS.join(', ')}\nfound: ${header.join(', ')}\nmissing: ${missing.join(', ')}`,
    );
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, at) =>
    columns.map((column) => cellOf(sheet.getRow(at + 2).getCell(column))),
  );
  const faults = checkSheet(header, rows, await rulesOf(province, on, provinceModules), on);
  if (out !== undefined) {
    mark(sheet, header, faults);
    await book.xlsx.writeFile(out);
  }
  return { rows: rows.length, faults };
}

function cellOf(cell: ExcelJS.Cell): SheetCell {
  const { value, formula, isMerged } = cell;
  const bare = formula ? (cell.result ?? '') : (value ?? '');
  return { text: String(bare), number: typeof bare === 'number', formula: Boolean(formula), merged: isMerged };
}

async function rulesOf(province: RegionCode, on: CalendarDate, places: readonly string[]) {
  const outside = await Promise.all(places.map((place) => importModule(place, BASELINE)));
  const modules = [...PROVINCES, ...outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module)];
  const unreadable = outside.filter(({ faults }) => faults.length > 0);
  const provinces = new ProvinceService(loadProvinces({ national: BASELINE, modules, unreadable }));
  const { elimination, riskTypes, quality } = provinces.rulesOn(province, on);
  return {
    lineOn: (asOf: CalendarDate) => provinces.rulesOn(province, asOf).line?.perCapitaIncome ?? null,
    eliminationMonths: elimination.months?.value ?? null,
    riskTypes,
    quality: quality ?? null,
  };
}

/** Fills the cell of each fault, and tells of it in a column of its own. */
function mark(sheet: ExcelJS.Worksheet, header: readonly string[], faults: readonly SheetFault[]): void {
  const last = header.length + 1;
  sheet.getRow(1).getCell(last).value = '质量问题';
  for (const { row, column, rule, message } of faults) {
    const marked = sheet.getRow(row).getCell(column === null ? last : header.indexOf(column) + 1);
    marked.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MARK } };
    const told = sheet.getRow(row).getCell(last);
    told.value = [told.value, `${rule}: ${message.zh}`].filter(Boolean).join('; ');
  }
}
