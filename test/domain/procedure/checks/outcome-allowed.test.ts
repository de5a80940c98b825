import { describe, expect, it } from 'vitest';
import { anIdentification, aRun, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();

describe('outcomeAllowed', () => {
  it('refuses RETURNED from a verification that only passes or rejects', () => {
    const act = passing('verification', '2023-03-02', { outcome: 'RETURNED', note: 'again' });
    expect(refusalsOf({ definition, run: aRun(definition) }, act)).toContain('BAD_VALUE input.outcome');
  });

  it('takes a refused commitment as REJECTED even where the definition lists PASSED only', () => {
    const narrow = anIdentification((step) => (step.code === 'commitment' ? { ...step, outcomes: ['PASSED'] } : step));
    const given = { definition: narrow, run: passedUntil(narrow, 'commitment', DAYS) };
    const commitment = { signedBy: 'head', truthful: false, authorizesLookup: true };
    expect(refusalsOf(given, passing('commitment', '2023-03-02', { outcome: 'REJECTED', commitment }))).toEqual([]);
    const willing = passing('commitment', '2023-03-02', { outcome: 'REJECTED', note: 'no' });
    expect(refusalsOf(given, willing)).toEqual(['BAD_VALUE input.outcome']);
  });
});
