import { describe, expect, it } from 'vitest';
import { spansMonths } from '../../../src/domain/income/income-in-window.js';
import { netIncome, perCapita, rigidTotal } from '../../../src/domain/income/net-income.js';
import { validateIncomeInput } from '../../../src/domain/income/validate-income-input.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { composeIncome } from '../../../src/features/demonstration/compose-income.js';
import { phaseOn } from '../../../src/features/demonstration/income-phases.js';
import { SeededRandom } from '../../../src/features/demonstration/seeded-random.js';

const to = date('2023-10-31');
const order = { to, windowMonths: 12, heads: 3, perCapita: 712_345, hasLabour: true, unwell: true, rigid: [] };

describe('composeIncome', () => {
  it('makes 7,123.00 yuan a head of 7,123.45, over the twelve months to 2023-10-31', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const income = composeIncome(order, new SeededRandom(String(seed)));
      expect(perCapita(income)).toBe(712_300);
      expect(netIncome(income)).toBe(3 * 712_300);
      expect(income.from).toBe('2022-11-01');
      expect(spansMonths(income, 12)).toBe(true);
      expect(validateIncomeInput(income, { today: to, existing: [], windowMonths: 12, path: [] })).toEqual([]);
    }
  });

  it('ends a window of February on its last day', () => {
    expect(composeIncome({ ...order, to: date('2024-02-29') }, new SeededRandom('a')).from).toBe('2023-03-01');
  });

  it('has wages where somebody can work, and medical spending where somebody is ill', () => {
    const income = composeIncome({ ...order, hasLabour: false, unwell: false }, new SeededRandom('b'));
    expect([income.wages, rigidTotal(income), income.compliantMedicalCost]).toEqual([0, 0, 0]);
    expect(composeIncome(order, new SeededRandom('b')).compliantMedicalCost).toBeGreaterThan(0);
  });

  it('puts 5,000 yuan of a disaster where disasters stand', () => {
    const rigid = [{ group: 'DISASTER', amount: 500_000 } as const];
    expect(composeIncome({ ...order, unwell: false, rigid }, new SeededRandom('c')).rigid.disaster).toBe(500_000);
  });
});

describe('phaseOn', () => {
  const first = { openedOn: date('2022-03-01'), identifiedOn: date('2022-03-15'), recoveredFrom: date('2022-06-01') };
  const second = { openedOn: date('2023-05-01'), identifiedOn: null, recoveredFrom: null };

  it('is usual until 100 days before the case, difficult to the day before identification, then supported, then recovered', () => {
    const phases = ['2021-11-20', '2021-11-21', '2022-03-14', '2022-03-15', '2022-05-31', '2022-06-01'];
    expect(phases.map((day) => phaseOn([first], date(day)))).toEqual([
      'USUAL',
      'DIFFICULT',
      'DIFFICULT',
      'SUPPORTED',
      'SUPPORTED',
      'RECOVERED',
    ]);
  });

  it('follows the last case that shows, and none is usual', () => {
    expect(phaseOn([first, second], date('2023-01-20'))).toBe('RECOVERED');
    expect(phaseOn([first, second], date('2023-01-21'))).toBe('DIFFICULT');
    expect(phaseOn([], date('2023-01-21'))).toBe('USUAL');
  });
});
