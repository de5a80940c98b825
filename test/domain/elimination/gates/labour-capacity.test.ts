import { describe, expect, it } from 'vitest';
import { labourCapacity } from '../../../../src/domain/elimination/gates/labour-capacity.js';
import { LABOUR_CAPACITIES } from '../../../../src/domain/household/household.js';
import { anElimination } from '../an-elimination.js';

describe('labourCapacity', () => {
  it('is passed with one member skilled, ordinary or weak, in neither mode with none', () => {
    for (const mode of ['SUPPORTED', 'NATURAL'] as const) {
      const passing = LABOUR_CAPACITIES.filter(
        (labour) => labourCapacity(anElimination({ mode, members: [{ labour: 'NONE' }, { labour }] })).passed,
      );
      expect(passing).toEqual(['SKILLED', 'ORDINARY', 'WEAK']);
    }
  });

  it('is undecided, and not passed, where no member is recorded', () => {
    expect(labourCapacity(anElimination({ members: [] }))).toMatchObject({ passed: false, missing: ['members'] });
  });
});
