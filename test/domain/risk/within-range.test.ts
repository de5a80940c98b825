import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JUDGEMENT_FAILURES } from '../../../src/domain/judgement/judgement-answer.js';
import { withinRange } from '../../../src/domain/risk/within-range.js';
import { answered, failed } from '../judgement/a-judgement.js';

describe('withinRange', () => {
  it('is what the line says where the province has no function', () => {
    expect([true, false, null].map((under) => withinRange(under, []))).toEqual([true, false, null]);
  });

  it('brings in whoever one function brings in, over the line and without an income', () => {
    expect([false, null].map((under) => withinRange(under, [answered(false), answered(true)]))).toEqual([true, true]);
  });

  it('leaves to the line whoever no function brings in', () => {
    expect([true, false, null].map((under) => withinRange(under, [answered(false)]))).toEqual([true, false, null]);
  });

  it('is not known where a function gave no answer, or could not say, and the line does not let the household in', () => {
    for (const one of [answered(null), ...JUDGEMENT_FAILURES.map((kind) => failed(kind))])
      expect([true, false].map((under) => withinRange(under, [answered(false), one]))).toEqual([true, null]);
  });

  it('keeps nobody out who is under the line, whatever the functions say', () => {
    const outcome = fc.constantFrom(answered(true), answered(false), answered(null), failed('THREW'), failed('GONE'));
    fc.assert(fc.property(fc.array(outcome), (judged) => withinRange(true, judged) === true));
  });
});
