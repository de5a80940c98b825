import { describe, expect, it } from 'vitest';
import { correctedIncome } from '../../../src/domain/correction/corrected-income.js';
import type { IncomeCorrection } from '../../../src/domain/correction/correction.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
import { said } from '../case/a-case.js';
import { anIncome } from '../elimination/an-elimination.js';

const [newer, older] = [anIncome('2023-05-31', '9000.00'), anIncome('2022-05-31', '5000.00')];
const correct = (more: Partial<IncomeCorrection>, today = '2023-06-30') =>
  correctedIncome([newer, older], { from: older.from, to: older.to, ...more }, { line: null }, date(today));
const refused = (answer: ReturnType<typeof correct>) => ('refusals' in answer ? said(answer.refusals) : null);

describe('correctedIncome', () => {
  it('moves a window that was wrong to its place among the others, the newest first', () => {
    const window = { from: date('2022-07-01'), to: date('2023-06-30') };
    const answer = correct({ window });
    expect('records' in answer && answer.records.map(({ to }) => to)).toEqual(['2023-06-30', '2023-05-31']);
  });

  it('takes a window that ends today, and not one that ends tomorrow', () => {
    const window = { from: date('2022-07-01'), to: date('2023-06-30') };
    expect(refused(correct({ window }, '2023-06-30'))).toBeNull();
    expect(refused(correct({ window }, '2023-06-29'))).toEqual(['DATE_IN_FUTURE set.income.to']);
  });

  it('refuses a window that another record has, an amount under nothing, and a record that says so already', () => {
    const { from, to } = newer;
    expect(refused(correct({ window: { from, to } }))).toEqual(['DUPLICATE set.income']);
    expect(refused(correct({ wages: fen(-1) }))).toEqual(['BAD_VALUE set.income.wages']);
    expect(refused(correct({ wages: older.wages }))).toEqual(['BAD_VALUE set.income']);
  });
});
