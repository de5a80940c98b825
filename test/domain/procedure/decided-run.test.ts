import { describe, expect, it } from 'vitest';
import { decidedRun } from '../../../src/domain/procedure/decided-run.js';
import { anIdentification, aStep, DAYS, done, passedUntil, passing } from './a-procedure.js';

const ANNOUNCEMENT = aStep('RESULT_ANNOUNCEMENT', 'announcement', ['county'], { outcomes: ['PASSED', 'RETURNED'] });
const definition = { ...anIdentification(), steps: [...anIdentification().steps, ANNOUNCEMENT] };
const before = passedUntil(definition, 'county', DAYS);
const decided = done({ definition, run: before }, passing('county', '2023-03-15'));

describe('decidedRun', () => {
  it('is null before the decision of 15 March, and on it the run as it stands once the result is announced', () => {
    expect(decidedRun(before, definition)).toBeNull();
    expect(decidedRun(decided, definition)).toEqual({ ...decided, endedOn: '2023-03-15', outcome: 'PASSED' });
  });

  it('is null once the result was announced, and while a custom step is left beside it', () => {
    const announced = done({ definition, run: decided }, passing('announcement', '2023-03-17'));
    expect([announced.endedOn, decidedRun(announced, definition)]).toEqual(['2023-03-17', null]);
    const longer = { ...definition, steps: [...definition.steps, aStep('CUSTOM', 'entry', ['county'])] };
    const run = done({ definition: longer, run: passedUntil(longer, 'county', DAYS) }, passing('county', '2023-03-15'));
    expect(decidedRun(run, longer)).toBeNull();
  });
});
