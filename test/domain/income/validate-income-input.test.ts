import { describe, expect, it } from 'vitest';
import { validateIncomeInput } from '../../../src/domain/income/validate-income-input.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { anIncome } from '../risk/a-household.js';

const context = { today: date('2023-06-01'), existing: [], windowMonths: 12, path: ['income'] };
const codes = (changes: Parameters<typeof anIncome>[0], others = {}) =>
  validateIncomeInput(anIncome(changes), { ...context, ...others }).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

describe('validateIncomeInput', () => {
  it('takes the income of 2022', () => {
    expect(codes({})).toEqual([]);
  });

  it('refuses a window that ends a day before it begins, and takes one of a single day', () => {
    expect(codes({ from: date('2022-05-02'), to: date('2022-05-01') })).toEqual(['DATE_ORDER input.income.to']);
    expect(codes({ from: date('2022-05-01'), to: date('2022-05-01') })).toEqual([]);
  });

  it('refuses a window that ends tomorrow, 2 June 2023, and takes one that ends today', () => {
    expect(codes({ from: date('2022-06-02'), to: date('2023-06-02') })).toEqual(['DATE_IN_FUTURE input.income.to']);
    expect(codes({ from: date('2022-06-02'), to: date('2023-06-01') })).toEqual([]);
  });

  it('refuses a window of more than twelve months by one day', () => {
    expect(codes({ from: date('2022-01-01'), to: date('2023-01-01') })).toEqual([]);
    expect(codes({ from: date('2022-01-01'), to: date('2023-01-02') })).toEqual(['BAD_VALUE input.income.to']);
  });

  it('refuses the same window a second time, and takes one that overlaps it', () => {
    const existing = [{ from: date('2022-01-01'), to: date('2022-12-31') }];
    expect(codes({}, { existing })).toEqual(['DUPLICATE input.income']);
    expect(codes({ from: date('2022-01-02') }, { existing })).toEqual([]);
  });

  it('refuses −0.01 yuan in each amount, all at once', () => {
    const less = yuan('-0.01');
    const refused = codes({
      wages: less,
      business: less,
      property: less,
      transfers: less,
      businessExpenses: less,
      claimsPaid: less,
      compliantMedicalCost: less,
      rigid: { medical: less, education: less, disaster: less, accident: less, housing: less, other: less },
    });
    expect(refused).toHaveLength(13);
    expect(refused).toContain('BAD_VALUE input.income.businessExpenses');
    expect(refused).toContain('BAD_VALUE input.income.housing');
  });

  it('takes a year whose expenses are above its income: the net may be negative', () => {
    expect(codes({ wages: yuan('0.00'), businessExpenses: yuan('100.00') })).toEqual([]);
  });

  it('refuses income among no heads', () => {
    expect(codes({ heads: 0 })).toEqual(['BAD_VALUE input.income']);
  });
});
