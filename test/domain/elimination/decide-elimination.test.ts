import { describe, expect, it } from 'vitest';
import {
  decideElimination,
  gateRefusals,
  mayBeEliminated,
} from '../../../src/domain/elimination/decide-elimination.js';
import { GATE_CODES } from '../../../src/domain/elimination/gate.js';
import { aCase } from '../case/a-case.js';
import { anElimination, failing } from './an-elimination.js';

const nothingDone = { facts: aCase({ identifiedOn: null }), members: [], incomes: [], guarantees: [] };

describe('decideElimination', () => {
  it('passes all 13 gates of a household that was treated and earns 9,000.00 yuan over a line of 7,800.00', () => {
    const gates = decideElimination(anElimination());
    expect(gates.map((gate) => gate.code)).toEqual([...GATE_CODES]);
    expect(gates.every((gate) => gate.passed && gate.missing.length === 0)).toBe(true);
    expect(mayBeEliminated(gates)).toBe(true);
  });

  it('lists the same gates in the same order in both modes, with a reason in two languages either way', () => {
    for (const mode of ['SUPPORTED', 'NATURAL'] as const)
      for (const set of [{}, nothingDone]) {
        const gates = decideElimination(anElimination({ ...set, mode }));
        expect(gates.map((gate) => gate.code)).toEqual([...GATE_CODES]);
        for (const gate of gates) expect([gate.reason.zh, gate.reason.en].every((text) => text.length > 0)).toBe(true);
      }
  });

  it('names every gate that fails, not the first: eleven where nothing is known', () => {
    expect(failing(nothingDone)).toHaveLength(11);
    expect(failing(nothingDone)).not.toContain('stability');
  });

  it('says which fact is missing where a gate cannot be decided', () => {
    const gates = decideElimination(anElimination({ incomes: [] }));
    expect(gates.find((gate) => gate.code === 'income-above-line')?.missing).toEqual([
      'income over 12 months that ends between 2023-01-31 and 2023-07-31',
    ]);
  });
});

describe('gateRefusals', () => {
  it('gives one GATE_NOT_PASSED a gate, with its article, in the language asked for', () => {
    const gates = decideElimination(anElimination({ mode: 'NATURAL', incomes: [] }));
    const refusals = gateRefusals(gates, 'zh');
    expect(refusals.map(({ code, path, article }) => [code, path[1], article])).toEqual([
      ['GATE_NOT_PASSED', 'caseId', '3.3'],
      ['GATE_NOT_PASSED', 'reason', 'G'],
    ]);
    expect(refusals[0]?.message).toContain('income-above-line: 缺少');
    expect(gateRefusals(decideElimination(anElimination()))).toEqual([]);
  });
});
