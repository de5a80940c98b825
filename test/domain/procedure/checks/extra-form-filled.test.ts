import { describe, expect, it } from 'vitest';
import { anIdentification, aRun, passing, refusalsOf } from '../a-procedure.js';

const withForm = anIdentification((step) =>
  step.code === 'verification' ? { ...step, extraForm: { type: 'object', required: ['roof'] } } : step,
);
const fill = (act: object, definition = withForm) =>
  refusalsOf({ definition, run: aRun(definition) }, passing('verification', '2023-03-02', act));

describe('extraFormFilled', () => {
  it('passes on every fault that the JSON Schema found', () => {
    expect(fill({ extra: { roof: 3 }, extraFaults: ['roof is text', 'walls is missing'] })).toEqual([
      'BAD_VALUE input.extra',
      'BAD_VALUE input.extra',
    ]);
    expect(fill({ extra: { roof: 'tiles' }, extraFaults: [] })).toEqual([]);
  });

  it('asks for the form where it is absent and something in it is required', () => {
    expect(fill({ extraFaults: ['roof is missing'] })).toEqual(['SECTION_MISMATCH input.extra']);
  });

  it('needs no form of a step that rejects', () => {
    expect(fill({ outcome: 'REJECTED', note: 'well off', extraFaults: ['roof is missing'] })).toEqual([]);
  });

  it('refuses answers where the province asks nothing', () => {
    expect(fill({ extra: { roof: 'tiles' } }, anIdentification())).toEqual(['SECTION_MISMATCH input.extra']);
  });
});
