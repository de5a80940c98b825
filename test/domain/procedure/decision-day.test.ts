import { describe, expect, it } from 'vitest';
import { decisionDay } from '../../../src/domain/procedure/decision-day.js';
import { anIdentification, aProcedure, aRun, aStep, DAYS, done, passedUntil, passing } from './a-procedure.js';

const definition = anIdentification();

describe('decisionDay', () => {
  it('is that of the county decision, 15 March 2023, and null before it', () => {
    const run = passedUntil(definition, 'county', DAYS);
    expect(decisionDay(run, definition)).toBeNull();
    expect(decisionDay(done({ definition, run }, passing('county', '2023-03-15')), definition)).toBe('2023-03-15');
  });

  it('is the day a run without a county decision ended', () => {
    const support = aProcedure('SUPPORT', [aStep('DEMOCRATIC_REVIEW', 'review', [])]);
    const run = done({ definition: support, run: aRun(support) }, passing('review', '2023-03-02'));
    expect(decisionDay(run, support)).toBe('2023-03-02');
  });
});
