import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { provinceOf } from '../../src/domain/kernel/region-code.js';
import { SHEET_COLUMNS } from '../../src/domain/quality/check-sheet.js';
import { checkSheetFile, MARK } from '../quality/check-sheet.command.js';
import { isOrdinary } from './case-plan.js';
import { dayIn, OVERLOOKED } from './places.js';
import type { Neighbour } from './roster.js';
import type { YearParts } from './year-parts.js';

type Column = (typeof SHEET_COLUMNS)[number];
type Line = Record<Column, string>;

const CHECKED_ON = dayIn(11, 25);
const HOUSEHOLDS = 40;
/** 标记所在列 · Where a fault of a whole household is marked. */
const OF_THE_HOUSEHOLD = '质量问题';

/** 表中问题 · What somebody did to the lines of one household, and the column in which it shows; null where it is the household's. */
interface SheetMischief {
  readonly rule: string;
  readonly column: Column | null;
  readonly inWords?: (lines: Line[], riskName: (code: string) => string) => void;
  /** What the cell holds instead of its text. */
  readonly cell?: (text: string) => ExcelJS.CellValue;
}

const MISCHIEF: readonly SheetMischief[] = [
  { rule: 'id-number-as-number', column: '证件号码', cell: Number },
  {
    rule: 'formula',
    column: '家庭人均纯收入',
    cell: () => ({ formula: '36000/4', result: 9_000 }),
  },
  { rule: 'disability-risk-without-disabled', column: null, inWords: setRisk('DISABILITY') },
  { rule: 'illness-without-medical-cost', column: null, inWords: setRisk('ILLNESS') },
  {
    rule: 'high-income-identified',
    column: null,
    inWords: (lines) => setAll(lines, { 家庭人均纯收入: '26800.00' }),
  },
  { rule: 'job-risk-without-labour', column: null, inWords: (lines) => setAll(lines, { 劳动技能: '无劳动力' }) },
  {
    rule: 'eliminated-too-soon',
    column: null,
    inWords: (lines) =>
      setAll(lines, {
        风险是否已消除: '是',
        消除监测时间: '202505',
        风险消除方式: '帮扶消除',
        家庭人均纯收入: '15600.00',
      }),
  },
];

function setAll(lines: readonly Line[], change: Partial<Line>): void {
  for (const line of lines) Object.assign(line, change);
}

function setRisk(code: string) {
  return (lines: Line[], riskName: (code: string) => string): void =>
    setAll(lines, { '致贫/返贫风险1': riskName(code) });
}

/**
 * 报送前核表 · In November the desk of a county checks the sheet that it is about to upload to the national system: what somebody did to it is
 * marked, and nothing else.
 */
export function plantSheet(parts: YearParts): void {
  const { agenda, ledger, picker, stage } = parts;
  const own = picker.everyone.filter((one) => one.county === OVERLOOKED && isOrdinary(one) && one.idNumber !== null);
  const riskName = (code: string): string => {
    const { riskTypes } = stage.app.ground.provinces.rulesOn(OVERLOOKED, CHECKED_ON);
    return riskTypes.find((one) => one.code === code)!.name;
  };
  const homes = own.slice(0, HOUSEHOLDS).map((household) => linesOf(household, riskName('UNSTABLE_JOB')));
  const lines = homes.flat();
  const marks = MISCHIEF.map(({ rule, column, inWords, cell }, at) => {
    const home = homes[at * 4 + 1]!;
    inWords?.(home, riskName);
    const row = lines.indexOf(home[0]!) + 2;
    ledger.sheet.push({ rule, at: cellAt(row, column) });
    return { row, column, cell };
  });
  agenda.put(CHECKED_ON, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdline-sheet-'));
    const [file, out] = [join(folder, 'export.xlsx'), join(folder, 'marked.xlsx')];
    try {
      const book = new ExcelJS.Workbook();
      const sheet = book.addWorksheet('监测对象');
      sheet.addRow([...SHEET_COLUMNS]);
      for (const line of lines) sheet.addRow(SHEET_COLUMNS.map((column) => line[column]));
      for (const { row, column, cell } of marks) {
        if (column === null || cell === undefined) continue;
        const altered = sheet.getRow(row).getCell(SHEET_COLUMNS.indexOf(column) + 1);
        altered.value = cell(altered.text);
      }
      await book.xlsx.writeFile(file);
      const asked = { file, out, province: provinceOf(OVERLOOKED)!, on: CHECKED_ON, provinceModules: [] };
      const { rows, faults } = await checkSheetFile(asked);
      const rules = faults.map(({ rule, row, column }) => ({ rule, at: cellAt(row, column) }));
      ledger.checked = { rows, rules, marked: await markedIn(out) };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

function cellAt(row: number, column: string | null): string {
  return `row ${row}, ${column ?? OF_THE_HOUSEHOLD}`;
}

/** Of each member a line, as the national system exports them. */
function linesOf({ number, formerStatus, idNumber, heads, labour }: Neighbour, risk: string): Line[] {
  return Array.from({ length: heads }, (_, at) => ({
    户编号: number,
    监测对象类别: formerStatus === 'FORMERLY_POOR' ? '脱贫不稳定户' : '边缘易致贫户',
    是否脱贫户: formerStatus === 'FORMERLY_POOR' ? '是' : '否',
    证件号码: at === 0 ? idNumber! : '',
    健康状况: '健康',
    劳动技能: at < labour ? '普通劳动力' : '无劳动力',
    是否享受低保: '否',
    是否特困供养人员: '否',
    '致贫/返贫风险1': risk,
    识别监测时间: '202502',
    风险是否已消除: '否',
    消除监测时间: '',
    风险消除方式: '',
    家庭人均纯收入: '9000.00',
    合规自付支出: '0',
  }));
}

/** The cells that are filled with the colour of a fault, and the words beside. */
async function markedIn(file: string): Promise<string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.worksheets[0]!;
  const header = sheet.getRow(1).values as string[];
  const marked: string[] = [];
  sheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      const { fill } = cell;
      if (fill?.type === 'pattern' && fill.fgColor?.argb === MARK) marked.push(cellAt(number, header[column]!));
    });
  });
  return marked;
}
