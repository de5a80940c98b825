import type { LabourCapacity } from '../household/household.js';
import { addMonths, type CalendarDate, parseDate } from '../kernel/calendar-date.js';
import { type Fen, parseYuan } from '../kernel/money.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { ParameterInForce } from '../province/rule-entry.js';
import type { RiskGroup, RiskType } from '../risk/risk-type.js';
import { checkDossier } from './check-dossier.js';
import type { ProvinceQuality } from './province-quality.js';
import type { QualityDossier, QualityMember } from './quality-dossier.js';

/** 单元格 · One cell of a sheet as it was read. @article 5.3 */
export interface SheetCell {
  readonly text: string;
  /** A number of the spreadsheet, and no text. */
  readonly number: boolean;
  readonly formula: boolean;
  readonly merged: boolean;
}

/** 表格问题 · What is wrong with a row, and in which column. @article 5.3 */
export interface SheetFault {
  /** As the spreadsheet counts, the header being 1. */
  readonly row: number;
  /** Name of the column; null where the whole household is meant. */
  readonly column: string | null;
  readonly rule: string;
  readonly message: LocalizedText;
}

/** 表格规则 · What the province says on a day. @article 5.3 */
export interface SheetRules {
  readonly lineOn: (day: CalendarDate) => Fen | null;
  readonly eliminationMonths: number | null;
  readonly riskTypes: readonly RiskType[];
  /** What the province adds to the national rules of quality; null where it sets nothing. */
  readonly quality: ParameterInForce<ProvinceQuality> | null;
}

/** 导出列 · Columns of the national export that the check needs, a row a member. @article 5.4 */
export const SHEET_COLUMNS = [
  '户编号',
  '监测对象类别',
  '是否脱贫户',
  '证件号码',
  '健康状况',
  '劳动技能',
  '是否享受低保',
  '是否特困供养人员',
  '致贫/返贫风险1',
  '识别监测时间',
  '风险是否已消除',
  '消除监测时间',
  '风险消除方式',
  '家庭人均纯收入',
  '合规自付支出',
] as const;
type Column = (typeof SHEET_COLUMNS)[number];

const RISKS = /^致贫\/返贫风险[1-5]$/;
const LABOUR: readonly (readonly [string, LabourCapacity])[] = [
  ['技能', 'SKILLED'],
  ['普通', 'ORDINARY'],
  ['弱劳动力', 'WEAK'],
  ['丧失', 'LOST'],
  ['无劳动力', 'NONE'],
];
/** A double tells 15 digits apart. */
const ID_AS_NUMBER: LocalizedText = {
  zh: '证件号码被表格软件存为数字,末位已失真;请将该列设为文本后重新导出',
  en: 'An identity number was kept as a floating-point number, its last digits are lost; make the column text and export anew.',
};
const FORMULA: LocalizedText = {
  zh: '单元格是公式,不是数值',
  en: 'The cell holds a formula and no value; paste the values.',
};
const MERGED: LocalizedText = {
  zh: '单元格已合并,各行应各自填写',
  en: 'The cell is merged; each row has its own value.',
};

/** 版式审查 · The columns that are missing of a header; none where it is the national export's. @article 5.4 */
export function missingColumns(header: readonly string[]): string[] {
  const found = new Set(header.map((name) => name.trim()));
  return SHEET_COLUMNS.filter((column) => !found.has(column));
}

/**
 * 表格检查 · The pack over a sheet in the columns of the national export: what a spreadsheet did to it, and what the rules,
 * the province's own among them, find wrong household by household; those that need measures, which the export does not hold, say
 * nothing. Nothing is kept.
 *
 * @param rows  without the header, a member each
 * @article 5.3
 */
export function checkSheet(
  header: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  rules: SheetRules,
  on: CalendarDate,
): SheetFault[] {
  const names = header.map((name) => name.trim());
  const homes = new Map<string, { first: number; rows: (readonly SheetCell[])[] }>();
  const faults: SheetFault[] = [];
  rows.forEach((cells, at) => {
    const row = at + 2;
    faults.push(...cells.flatMap((cell, place) => faultsOfCell(cell, names[place] ?? null, row)));
    const number = textIn(names, cells, '户编号');
    const home = homes.get(number) ?? { first: row, rows: [] };
    homes.set(number, home);
    home.rows.push(cells);
  });
  for (const { first, rows: own } of homes.values()) {
    const found = checkDossier(dossierOf(names, own, rules, on), on, rules.quality);
    faults.push(...found.map(({ rule, message }) => ({ row: first, column: null, rule, message })));
  }
  return faults.sort((a, b) => a.row - b.row);
}

function faultsOfCell(cell: SheetCell, column: string | null, row: number): SheetFault[] {
  const seen = (rule: string, message: LocalizedText): SheetFault => ({ row, column, rule, message });
  const faults: SheetFault[] = [];
  if (cell.formula) faults.push(seen('formula', FORMULA));
  if (cell.merged) faults.push(seen('merged-cell', MERGED));
  const isNumber = cell.number || /^\d(\.\d+)?E\+?\d+$/i.test(cell.text);
  if (column === '证件号码' && isNumber && cell.text !== '') faults.push(seen('id-number-as-number', ID_AS_NUMBER));
  return faults;
}

function textIn(names: readonly string[], cells: readonly SheetCell[], column: Column): string {
  return cells[names.indexOf(column)]?.text.trim() ?? '';
}

function dossierOf(
  names: readonly string[],
  rows: readonly (readonly SheetCell[])[],
  rules: SheetRules,
  on: CalendarDate,
): QualityDossier {
  const of = (column: Column): string => textIn(names, rows[0] ?? [], column);
  const identifiedOn = monthOf(of('识别监测时间'));
  const eliminatedOn = monthOf(of('消除监测时间'));
  const income = { perCapita: yuanOf(of('家庭人均纯收入')), compliantMedicalCost: yuanOf(of('合规自付支出')) };
  const gone = of('风险是否已消除') === '是';
  return {
    formerStatus: of('是否脱贫户') === '' ? null : of('是否脱贫户') === '是' ? 'FORMERLY_POOR' : 'GENERAL',
    members: rows.map((cells) => memberOf(names, cells)),
    case:
      of('监测对象类别') === ''
        ? null
        : {
            status: gone ? 'RISK_ELIMINATED' : 'MONITORED',
            identifiedOn,
            eliminatedOn,
            eliminationMode: !gone ? null : of('风险消除方式') === '自然消除' ? 'NATURAL' : 'SUPPORTED',
            trackingOnly: null,
            withdrawalReason: null,
            risks: risksOf(names, rows[0] ?? [], rules.riskTypes),
            measures: null,
          },
    now: income,
    // The export has one block of incomes, and does not say of which time: of an eliminated case, of the end.
    atIdentification: gone ? { perCapita: null, compliantMedicalCost: null } : income,
    atElimination: gone ? income : { perCapita: null, compliantMedicalCost: null },
    identificationIncomeKept: !gone,
    guaranteesChecked: null,
    line: rules.lineOn(on),
    lineAtElimination: eliminatedOn === null ? null : rules.lineOn(eliminatedOn),
    supportDueOn: null,
    developmentDueOn: null,
    eliminationFrom:
      identifiedOn === null || rules.eliminationMonths === null
        ? null
        : addMonths(identifiedOn, rules.eliminationMonths),
    inRegister: true,
  };
}

function memberOf(names: readonly string[], cells: readonly SheetCell[]): QualityMember {
  const health = textIn(names, cells, '健康状况');
  const labour = textIn(names, cells, '劳动技能');
  const yes = (column: Column): boolean => textIn(names, cells, column) === '是';
  return {
    health: [
      ...(health.includes('残疾') ? (['DISABILITY'] as const) : []),
      ...(health.includes('大病') ? (['CRITICAL_ILLNESS'] as const) : []),
      ...(health.includes('慢性病') ? (['CHRONIC_ILLNESS'] as const) : []),
    ],
    labour: LABOUR.find(([word]) => labour.includes(word))?.[1] ?? 'NONE',
    safetyNet: yes('是否特困供养人员')
      ? 'EXTREME_POVERTY_SUPPORT'
      : yes('是否享受低保')
        ? 'SUBSISTENCE_ALLOWANCE'
        : 'NONE',
  };
}

function risksOf(names: readonly string[], cells: readonly SheetCell[], types: readonly RiskType[]): RiskGroup[] {
  const texts = names.flatMap((name, at) => (RISKS.test(name) ? [cells[at]?.text.trim() ?? ''] : []));
  return texts.filter((text) => text !== '').map((text) => types.find(({ name }) => name === text)?.group ?? 'OTHER');
}

/** `YYYYMM`, as the export writes it. */
function monthOf(text: string): CalendarDate | null {
  const match = /^(\d{4})-?(\d{2})$/.exec(text);
  return match === null ? null : parseDate(`${match[1]}-${match[2]}-01`);
}

function yuanOf(text: string): Fen | null {
  const amount = text === '' ? null : parseYuan(text);
  return typeof amount === 'number' ? amount : null;
}
