import { describe, expect, it } from 'vitest';
import { anIdentification, aPaper, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification((step) =>
  step.code === 'township' ? { ...step, requiredEvidence: ['list', 'minutes'] } : step,
);
const at = (code: string) => ({ definition, run: passedUntil(definition, code, DAYS) });
const township = (act = {}) => refusalsOf(at('township'), passing('township', '2023-03-13', act));

describe('returnsToEarlierStep', () => {
  const returned = (returnTo: string | null) => township({ outcome: 'RETURNED', note: 'again', returnTo });

  it('takes every step before the township review', () => {
    for (const code of ['verification', 'commitment', 'comparison', 'review', 'notice'])
      expect(returned(code)).toEqual([]);
  });

  it('refuses the step itself, one after it, an unknown one and none', () => {
    for (const code of ['township', 'county', 'lottery', null])
      expect(returned(code)).toEqual(['BAD_VALUE input.returnTo']);
  });

  it('refuses returnTo beside PASSED', () => {
    const evidence = [aPaper('list'), aPaper('minutes')];
    expect(township({ returnTo: 'review', evidence })).toEqual(['BAD_VALUE input.returnTo']);
  });
});
