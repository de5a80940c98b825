import { describe, expect, it } from 'vitest';
import { anIdentification, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();
const given = { definition, run: passedUntil(definition, 'commitment', DAYS) };
const commit = (truthful: boolean, authorizesLookup: boolean, act = {}) =>
  refusalsOf(
    given,
    passing('commitment', '2023-03-02', { commitment: { signedBy: 'head', truthful, authorizesLookup }, ...act }),
  );

describe('commitmentAnswer', () => {
  it('passes with both promises and refuses to pass with either refused', () => {
    expect(commit(true, true)).toEqual([]);
    expect(commit(false, true)).toEqual(['RULE_VIOLATION input.commitment.truthful']);
    expect(commit(true, false)).toEqual(['RULE_VIOLATION input.commitment.authorizesLookup']);
  });

  it('takes a refusal as REJECTED without a note: it is its own reason', () => {
    expect(commit(true, false, { outcome: 'REJECTED' })).toEqual([]);
  });

  it('asks for a note where both are given and the step is rejected all the same', () => {
    expect(commit(true, true, { outcome: 'REJECTED' })).toEqual(['BAD_VALUE input.note']);
  });

  it('refuses a commitment that nobody signed', () => {
    const commitment = { signedBy: ' ', truthful: true, authorizesLookup: true };
    expect(refusalsOf(given, passing('commitment', '2023-03-02', { commitment }))).toEqual([
      'BAD_VALUE input.commitment.signedBy',
    ]);
  });
});
