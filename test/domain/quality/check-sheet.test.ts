import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
import {
  checkSheet,
  missingColumns,
  SHEET_COLUMNS,
  type SheetCell,
  type SheetRules,
} from '../../../src/domain/quality/check-sheet.js';

const RULES: SheetRules = {
  lineOn: () => fen(750_000),
  eliminationMonths: 6,
  riskTypes: [
    { code: 'DISABILITY', name: '因残', nameEn: 'Disability', group: 'DISABILITY' as const },
    { code: 'ILLNESS', name: '因病', nameEn: 'Illness', group: 'ILLNESS' as const },
  ],
  quality: null,
};
const SOUND: Readonly<Record<(typeof SHEET_COLUMNS)[number], string>> = {
  户编号: 'H1',
  监测对象类别: '边缘易致贫户',
  是否脱贫户: '否',
  证件号码: '430121196503120018',
  健康状况: '残疾,长期慢性病',
  劳动技能: '弱劳动力或半劳动力',
  是否享受低保: '否',
  是否特困供养人员: '否',
  '致贫/返贫风险1': '因残',
  识别监测时间: '202301',
  风险是否已消除: '是',
  消除监测时间: '202307',
  风险消除方式: '帮扶消除',
  家庭人均纯收入: '9000.00',
  合规自付支出: '0',
};
const cell = (text: string, more: Partial<SheetCell> = {}): SheetCell => ({
  text,
  number: false,
  formula: false,
  merged: false,
  ...more,
});
const rowOf = (
  change: Partial<typeof SOUND> = {},
  marks: Partial<Record<keyof typeof SOUND, Partial<SheetCell>>> = {},
) => SHEET_COLUMNS.map((name) => cell({ ...SOUND, ...change }[name], marks[name]));
const check = (...rows: SheetCell[][]) =>
  checkSheet(SHEET_COLUMNS, rows, RULES, date('2023-11-30')).map(
    ({ row, column, rule }) => `${row} ${column ?? '-'} ${rule}`,
  );

describe('checkSheet', () => {
  it('finds nothing wrong with a sound row', () => {
    expect(check(rowOf())).toEqual([]);
  });

  it('names an identity number that a spreadsheet made a number, a formula and a merged cell, each in its place', () => {
    expect(check(rowOf({}, { 证件号码: { number: true } }))).toEqual(['2 证件号码 id-number-as-number']);
    expect(check(rowOf({ 证件号码: '4.30121E+17' }))).toEqual(['2 证件号码 id-number-as-number']);
    expect(check(rowOf(), rowOf({}, { 家庭人均纯收入: { formula: true }, 户编号: { merged: true } }))).toEqual([
      '3 户编号 merged-cell',
      '3 家庭人均纯收入 formula',
    ]);
  });

  it('takes six months from identification and refuses five; takes the line and refuses a fen less', () => {
    expect(check(rowOf({ 消除监测时间: '202306' }))).toEqual(['2 - eliminated-too-soon']);
    expect(check(rowOf({ 家庭人均纯收入: '7500.00' }))).toEqual([]);
    expect(check(rowOf({ 家庭人均纯收入: '7499.99' }))).toEqual(['2 - eliminated-under-line']);
  });

  it('looks at all members of a household together', () => {
    const healthy = rowOf({ 健康状况: '健康' });
    expect(check(healthy, rowOf())).toEqual([]);
    expect(check(healthy, healthy)).toEqual(['2 - disability-risk-without-disabled']);
  });

  it("runs the province's own rules too, but for those that ask about measures", () => {
    const rule = (code: string, fact: 'members' | 'measures') => ({
      code,
      name: { zh: '自定', en: 'Own.' },
      severity: 'INFO' as const,
      when: [{ fact, is: 'AT_MOST' as const, value: 1 }],
    });
    const source = { id: 'province-2023', title: '省级文件', standing: 'document' as const };
    const value = { rules: [rule('alone', 'members'), rule('one-measure', 'measures')] };
    const quality = { value, from: date('2023-01-01'), outdated: false, source };
    const found = checkSheet(SHEET_COLUMNS, [rowOf()], { ...RULES, quality }, date('2023-11-30'));
    expect(found.map(({ row, rule: code }) => `${row} ${code}`)).toEqual(['2 alone']);
    const [two, again] = [rowOf(), rowOf()];
    expect(checkSheet(SHEET_COLUMNS, [two, again], { ...RULES, quality }, date('2023-11-30'))).toEqual([]);
  });

  it('says nothing of measures, which the export does not hold', () => {
    expect(check(rowOf({ 风险是否已消除: '否', 消除监测时间: '', 风险消除方式: '' }))).toEqual([]);
  });
});

describe('missingColumns', () => {
  it('names what another layout lacks', () => {
    expect(missingColumns([...SHEET_COLUMNS, '备注'])).toEqual([]);
    expect(missingColumns(SHEET_COLUMNS.slice(1))).toEqual(['户编号']);
  });
});
