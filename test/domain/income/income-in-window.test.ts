import { describe, expect, it } from 'vitest';
import { earliestEnd, incomeBefore, incomeInWindow, spansMonths } from '../../../src/domain/income/income-in-window.js';
import { addDays, addMonths, date } from '../../../src/domain/kernel/calendar-date.js';
import { anIncome } from '../risk/a-household.js';

const from = (first: string, last: string) => anIncome({ from: date(first), to: date(last) });
const of2021 = from('2021-01-01', '2021-12-31');
const of2022 = from('2022-01-01', '2022-12-31');
const octoberToSeptember = from('2021-10-01', '2022-09-30');

describe('earliestEnd', () => {
  it('is the first day that is no older than one more window, at ends of months too', () => {
    for (const on of ['2024-02-29', '2024-02-28', '2023-03-31', '2023-12-31', '2024-08-30'])
      for (const months of [1, 6, 11, 12, 60]) {
        const first = earliestEnd(date(on), months);
        expect(addMonths(first, months) >= on, `${on} ${months}`).toBe(true);
        expect(addMonths(addDays(first, -1), months) >= on, `${on} ${months}`).toBe(false);
      }
  });
});

describe('spansMonths', () => {
  it('takes 1 January to 31 December, and 15 November to 14 or 15 November', () => {
    const spans = (first: string, last: string) => spansMonths({ from: date(first), to: date(last) }, 12);
    expect(spans('2022-01-01', '2022-12-31')).toBe(true);
    expect(spans('2021-11-15', '2022-11-14')).toBe(true);
    expect(spans('2021-11-15', '2022-11-15')).toBe(true);
    expect(spans('2021-11-15', '2022-11-13')).toBe(false);
    expect(spans('2021-11-15', '2022-11-16')).toBe(false);
    expect(spans('2022-01-01', '2022-06-30')).toBe(false);
  });
});

describe('incomeInWindow', () => {
  it('takes the newest window that has ended, in any order of records', () => {
    expect(incomeInWindow([of2021, octoberToSeptember, of2022], date('2023-06-01'), 12)).toBe(of2022);
    expect(incomeInWindow([of2022, octoberToSeptember, of2021], date('2022-12-30'), 12)).toBe(octoberToSeptember);
    expect(incomeInWindow([of2022], date('2022-12-31'), 12)).toBe(of2022);
  });

  it('serves a year after the window ended, 31 December 2023, and not a day longer', () => {
    expect(incomeInWindow([of2022], date('2023-12-31'), 12)).toBe(of2022);
    expect(incomeInWindow([of2022], date('2024-01-01'), 12)).toBeNull();
  });

  it('passes over half a year of income: it says nothing of a year', () => {
    expect(incomeInWindow([from('2022-07-01', '2022-12-31')], date('2023-06-01'), 12)).toBeNull();
  });
});

describe('incomeBefore', () => {
  it('takes 2021 before 2022, and no window that overlaps it', () => {
    expect(incomeBefore([of2022, octoberToSeptember, of2021], of2022, 12)).toBe(of2021);
    expect(incomeBefore([of2022, octoberToSeptember], of2022, 12)).toBeNull();
  });

  it('takes a window that ended a year before 2022 began, and none that ended earlier', () => {
    expect(incomeBefore([from('2020-01-02', '2021-01-01')], of2022, 12)).not.toBeNull();
    expect(incomeBefore([from('2020-01-01', '2020-12-31')], of2022, 12)).toBeNull();
  });
});
