import 'reflect-metadata';
import { Command } from 'commander';
import ExcelJS from 'exceljs';
import { BASELINE, PROVINCES } from '../provinces/index.js';
import { createApp } from '../src/app.js';
import type { CalendarDate } from '../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../src/domain/kernel/region-code.js';
import { checkSheet, missingColumns, SHEET_COLUMNS, type SheetCell } from '../src/domain/quality/check-sheet.js';
import { importModule, loadProvinces, ProvinceService } from '../src/features/province/index.js';
import { ScanQualityService } from '../src/features/quality/index.js';
import { systemClock } from '../src/platform/clock.js';
import { readEnv } from '../src/platform/config/env.js';
import { createLogger } from '../src/platform/logging/logger.js';
import { countyOption, dayOption } from './command/options.js';
import { progressOf } from './command/progress.js';

interface Asked {
  readonly region: RegionCode;
  readonly on?: CalendarDate;
  readonly json?: true;
}

const region = countyOption('the register is looked through county by county');

async function scan({ region: code, on, json }: Asked): Promise<void> {
  const env = readEnv();
  const app = await createApp({ env: { ...env, demo: false }, logger: createLogger({ ...env, logLevel: 'warn' }) });
  const bar = progressOf('counties');
  try {
    const clock = systemClock(env.today);
    const request = { on: on ?? clock.today(), now: clock.now(), onProgress: bar.onProgress };
    const report = await new ScanQualityService(app.ground).scan(code, request);
    bar.stop();
    const { counties, households, opened, rectified } = report;
    console.log(
      json
        ? JSON.stringify(report, null, 2)
        : `${households} households of ${counties} counties looked at: ${opened} findings opened, ${rectified} no longer hold.`,
    );
  } finally {
    await app.stop();
  }
}

interface SheetAsked {
  readonly province: RegionCode;
  readonly on?: CalendarDate;
  readonly out?: string;
  readonly json?: true;
}

const FOUND = 3;
/** Cells with a fault are filled with it. */
const MARK = 'FFFFC7CE';

function cellOf(cell: ExcelJS.Cell): SheetCell {
  const { value, formula, isMerged } = cell;
  const bare = formula ? (cell.result ?? '') : (value ?? '');
  return { text: String(bare), number: typeof bare === 'number', formula: Boolean(formula), merged: isMerged };
}

/** @throws Error for a file that is no sheet, or of another layout, with the columns expected and found */
async function checkFile(file: string, { province, on, out, json }: SheetAsked): Promise<void> {
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
  const env = readEnv();
  const today = on ?? systemClock(env.today).today();
  const outside = await Promise.all(env.provinceModules.map((place) => importModule(place, BASELINE)));
  const modules = [...PROVINCES, ...outside.filter(({ faults }) => faults.length === 0).map(({ module }) => module)];
  const unreadable = outside.filter(({ faults }) => faults.length > 0);
  const provinces = new ProvinceService(loadProvinces({ national: BASELINE, modules, unreadable }));
  const rulesToday = provinces.rulesOn(province, today);
  const rules = {
    lineOn: (asOf: CalendarDate) => provinces.rulesOn(province, asOf).line?.perCapitaIncome ?? null,
    eliminationMonths: rulesToday.elimination.months?.value ?? null,
    riskTypes: rulesToday.riskTypes,
    quality: rulesToday.quality ?? null,
  };
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, at) =>
    columns.map((column) => cellOf(sheet.getRow(at + 2).getCell(column))),
  );
  const faults = checkSheet(header, rows, rules, today);
  if (json) console.log(JSON.stringify(faults, null, 2));
  else {
    for (const { row, column, rule, message } of faults)
      console.log(`row ${row}${column === null ? '' : `, ${column}`}: ${rule} ${message.en}`);
    console.log(`${rows.length} rows, ${faults.length} faults.`);
  }
  if (out !== undefined) {
    sheet.getRow(1).getCell(sheet.columnCount + 1).value = '质量问题';
    const last = header.length + 1;
    for (const { row, column, rule, message } of faults) {
      const marked = sheet.getRow(row).getCell(column === null ? last : header.indexOf(column) + 1);
      marked.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MARK } };
      const told = sheet.getRow(row).getCell(last);
      told.value = [told.value, `${rule}: ${message.zh}`].filter(Boolean).join('; ');
    }
    await book.xlsx.writeFile(out);
  }
  if (faults.length > 0) process.exitCode = FOUND;
}

const program = new Command('quality').description(
  'Looks for faults of data quality and signs of falsified records (art. 5.3).',
);
program
  .command('scan')
  .description(
    'looks through the register: what changed since the last time, what is monitored, what has an open finding',
  )
  .requiredOption('--region <code>', 'region whose counties are looked through, e.g. 43 or 430121', region)
  .option('--on <day>', 'as of which day; today unless told', dayOption)
  .option('--json', 'the report as JSON')
  .action(async (asked: Asked) => {
    try {
      await scan(asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
program
  .command('check <file>')
  .description(
    'checks a sheet in the columns of the national export, a row a member, by the rules of a province, and keeps nothing of it',
  )
  .requiredOption('--province <code>', 'whose rules hold, e.g. 43', region)
  .option('--on <day>', 'as of which day; today unless told', dayOption)
  .option('--out <file>', 'the same sheet with the faults marked')
  .option('--json', 'the faults as JSON')
  .action(async (file: string, asked: SheetAsked) => {
    try {
      await checkFile(file, asked);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  });
await program.parseAsync();
