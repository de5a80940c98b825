import { describe, expect, it } from 'vitest';
import { type DecidedAnew, decisionsThatDiffer } from '../../../src/domain/correction/decided-anew.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const before: DecidedAnew = {
  withinRange: true,
  atIdentification: { on: date('2023-03-20'), withinRange: true },
  atElimination: { on: date('2023-10-01'), shut: [] },
  unserved: [],
  late: [],
};
const codes = (after: Partial<DecidedAnew>, from: Partial<DecidedAnew> = {}) =>
  decisionsThatDiffer({ ...before, ...from }, { ...before, ...after }).map(({ code }) => code);
const LATE = { zh: '民主评议(第1次)', en: 'Democratic review (attempt 1)' };

describe('decisionsThatDiffer', () => {
  it('says nothing where everything would be decided as it was', () => {
    expect(codes({})).toEqual([]);
  });

  it('says each decision that would differ, with its article', () => {
    const after: DecidedAnew = {
      withinRange: false,
      atIdentification: { on: date('2023-03-20'), withinRange: false },
      atElimination: { on: date('2023-10-01'), shut: ['income-above-line'] },
      unserved: ['safety-net'],
      late: [LATE],
    };
    expect(decisionsThatDiffer(before, after).map(({ code, article }) => [code, article])).toEqual([
      ['range-changed', '2.2'],
      ['identification-would-differ', '3.2'],
      ['elimination-would-differ', '3.3'],
      ['plan-would-differ', '4.2'],
      ['deadline-would-differ', 'G'],
    ]);
  });

  it('does not count a gate that was shut before, nor one that opens', () => {
    const shut = (...gates: string[]) => ({ atElimination: { on: date('2023-10-01'), shut: gates } });
    expect(codes(shut('stability'), shut('stability'))).toEqual([]);
    expect(codes(shut(), shut('stability'))).toEqual([]);
    expect(codes(shut('stability', 'risks-resolved'), shut('stability'))).toEqual(['elimination-would-differ']);
  });

  it('says that a step was late after all, or in time after all', () => {
    const [late] = decisionsThatDiffer(before, { ...before, late: [LATE] });
    expect(late?.message).toEqual({ zh: '民主评议(第1次)已逾期', en: 'Democratic review (attempt 1) was late' });
    const [gone] = decisionsThatDiffer({ ...before, late: [LATE] }, before);
    expect(gone?.message.en).toBe('Democratic review (attempt 1) was in time');
  });
});
