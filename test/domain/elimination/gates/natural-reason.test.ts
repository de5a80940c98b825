import { describe, expect, it } from 'vitest';
import { naturalReason } from '../../../../src/domain/elimination/gates/natural-reason.js';
import { anElimination } from '../an-elimination.js';

describe('naturalReason', () => {
  it('asks natural elimination for its reason, blanks are none, and the supported one for nothing', () => {
    const passed = (mode: 'SUPPORTED' | 'NATURAL', reason: string | null) =>
      naturalReason(anElimination({ mode, reason })).passed;
    expect(passed('NATURAL', 'the son found work in the city')).toBe(true);
    expect(passed('NATURAL', ' ')).toBe(false);
    expect(passed('NATURAL', null)).toBe(false);
    expect(passed('SUPPORTED', null)).toBe(true);
  });
});
