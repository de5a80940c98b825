import { describe, expect, it } from 'vitest';
import { anIdentification, aPaper, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification((step) =>
  step.code === 'township' ? { ...step, requiredEvidence: ['list', 'minutes'] } : step,
);
const at = (code: string) => ({ definition, run: passedUntil(definition, code, DAYS) });
const township = (act = {}) => refusalsOf(at('township'), passing('township', '2023-03-13', act));

describe('evidenceComplete', () => {
  it('names each kind that is missing and takes both', () => {
    expect(township({ evidence: [aPaper('list')] })).toEqual(['EVIDENCE_REQUIRED input.evidence']);
    expect(township()).toHaveLength(2);
    expect(township({ evidence: [aPaper('list'), aPaper('minutes')] })).toEqual([]);
  });

  it('takes a hash of 64 hexadecimal digits and refuses 63, a "g", and none', () => {
    const hashed = (sha256: string | null) =>
      township({ evidence: [aPaper('list'), { ...aPaper('minutes'), sha256 }] });
    expect(hashed('F'.repeat(64))).toEqual([]);
    for (const bad of ['f'.repeat(63), `${'f'.repeat(63)}g`, null])
      expect(hashed(bad)).toEqual(['EVIDENCE_REQUIRED input.evidence.1.sha256']);
  });

  it('asks for none where the step returns', () => {
    expect(township({ outcome: 'RETURNED', note: 'again', returnTo: 'review' })).toEqual([]);
  });

  it('asks for the paper where a clerk enters the act of an office holder', () => {
    const entered = (act = {}) =>
      refusalsOf(at('review'), passing('review', '2023-03-05', { enteredFor: 'head-of-village', ...act }));
    expect(entered()).toEqual(['EVIDENCE_REQUIRED input.evidence']);
    expect(entered({ evidence: [aPaper()] })).toEqual([]);
  });
});
