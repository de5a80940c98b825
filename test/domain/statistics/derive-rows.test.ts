import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { CASE_CATALOGUE } from '../../../src/domain/statistics/catalogue/cases.js';
import { deriveRows, type SlotRow } from '../../../src/domain/statistics/derive-rows.js';
import { planQuestion } from '../../../src/domain/statistics/plan-question.js';
import type { GroupingPlan } from '../../../src/domain/statistics/stat-plan.js';
import type { AskedHaving } from '../../../src/domain/statistics/stat-question.js';

/** Months by channel, with a share of each month and a change against the month before. */
function planned(having: readonly AskedHaving[] = []): GroupingPlan {
  const fields = [
    { name: 'openedIn', key: 'month', args: { bucket: 'MONTH' } },
    { name: 'channel', key: 'channel', args: {} },
    { name: 'cases', key: 'cases', args: {} },
    { name: 'share', key: 'part', args: { of: 'cases', over: ['channel'] } },
    { name: 'change', key: 'last', args: { of: 'cases', against: 'PREVIOUS_PERIOD' } },
  ];
  const question = { groupings: [{ key: 'rows', fields }], orderBy: [{ by: 'cases' }], withTotals: false, first: null };
  const found = planQuestion(CASE_CATALOGUE, { ...question, having, day: date('2023-11-30') });
  if ('faults' in found) throw new Error(JSON.stringify(found.faults));
  return found.plan.groupings[0]!;
}

const ROWS: readonly SlotRow[] = [
  { d0: '2023-03-01', d1: 'VISIT', m0: 30, g: 0 },
  { d0: '2023-03-01', d1: null, m0: 10, g: 0 },
  { d0: '2023-01-01', d1: 'VISIT', m0: 20, g: 0 },
  { d0: '2023-02-01', d1: 'VISIT', m0: 25, g: 0 },
];

describe('deriveRows', () => {
  it('tells parts of what is among the rows, and changes against rows that are among them', () => {
    const told = deriveRows(planned(), ROWS).map(({ d0, m0, s0, c0e, c0 }) => [d0, m0, s0, c0e, c0]);
    expect(told).toEqual([
      ['2023-03-01', 30, 0.75, 25, 5],
      ['2023-02-01', 25, 1, 20, 5],
      ['2023-01-01', 20, 1, null, null],
      ['2023-03-01', 10, 0.25, null, null],
    ]);
  });

  it('holds conditions on what it told: a change that is not known holds none', () => {
    const months = (having: readonly AskedHaving[]): unknown[] => deriveRows(planned(having), ROWS).map(({ m0 }) => m0);
    expect(months([{ by: 'last', gte: 5 }])).toEqual([30, 25]);
    expect(months([{ by: 'last', gt: 5 }])).toEqual([]);
    expect(months([{ by: 'part', lt: 1 }])).toEqual([30, 10]);
    expect(months([{ by: 'cases', eq: 20 }])).toEqual([20]);
  });

  it('has the totals after the rows, unchosen, and their parts among totals of the same level', () => {
    const totals = [
      { d0: '2023-03-01', d1: null, m0: 45, g: 1 },
      { d0: null, d1: null, m0: 90, g: 3 },
    ];
    const told = deriveRows(planned([{ by: 'cases', gt: 1_000 }]), [...totals, ...ROWS]);
    expect(told.map(({ g, m0, s0 }) => [g, m0, s0])).toEqual([
      [1, 45, 1],
      [3, 90, 1],
    ]);
  });

  it('takes a figure that is not shown for none: its part is null, and it adds nothing to the whole', () => {
    const rows = [{ d0: '2023-03-01', d1: 'VISIT', m0: null, g: 0 }, ROWS[1]!];
    expect(deriveRows(planned(), rows).map(({ s0 }) => s0)).toEqual([1, null]);
  });
});
