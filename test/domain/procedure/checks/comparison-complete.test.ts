import { describe, expect, it } from 'vitest';
import { anIdentification, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();

describe('comparisonComplete', () => {
  it('asks a comparison that passes which departments were asked', () => {
    const at = { definition, run: passedUntil(definition, 'comparison', DAYS) };
    const compare = (departments: readonly 'HEALTH'[]) =>
      refusalsOf(at, passing('comparison', '2023-03-04', { comparison: { departments, discrepancies: [] } }));
    expect(compare(['HEALTH'])).toEqual([]);
    expect(compare([])).toEqual(['BAD_VALUE input.comparison.departments']);
  });
});
