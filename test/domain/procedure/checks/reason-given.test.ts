import { describe, expect, it } from 'vitest';
import { anIdentification, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification((step) =>
  step.code === 'township' ? { ...step, requiredEvidence: ['list', 'minutes'] } : step,
);
const at = (code: string) => ({ definition, run: passedUntil(definition, code, DAYS) });
const township = (act = {}) => refusalsOf(at('township'), passing('township', '2023-03-13', act));

describe('reasonGiven', () => {
  it('asks a return and a rejection for a note', () => {
    expect(township({ outcome: 'RETURNED', returnTo: 'review' })).toEqual(['BAD_VALUE input.note']);
    expect(township({ outcome: 'REJECTED', note: '  ' })).toEqual(['BAD_VALUE input.note']);
  });
});
