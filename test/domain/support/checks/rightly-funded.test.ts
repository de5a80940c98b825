import { describe, expect, it } from 'vitest';
import { rightlyFunded } from '../../../../src/domain/support/checks/rightly-funded.js';
import { said } from '../../case/a-case.js';
import { anInstrument, aPlan, planned } from '../a-plan.js';

describe('rightlyFunded', () => {
  it('takes the sources that the instrument lists and refuses another', () => {
    const paid = (fundingSource: 'BRIDGING_FUND' | 'OWN') =>
      said(rightlyFunded(aPlan({ measures: [planned('medical-assistance', [], { fundingSource })] })));
    expect(paid('BRIDGING_FUND')).toEqual([]);
    expect(paid('OWN')).toEqual(['RULE_VIOLATION measures.0.fundingSource']);
  });

  it('takes any source where the instrument lists none', () => {
    const instruments = [anInstrument('open', 'OTHER', 'OTHER', [], { fundingSources: [] })];
    const rules = { ...aPlan().rules, instruments };
    expect(rightlyFunded(aPlan({ rules, measures: [planned('open', [], { fundingSource: 'OWN' })] }))).toEqual([]);
  });
});
