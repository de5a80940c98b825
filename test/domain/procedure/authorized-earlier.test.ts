import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { authorizedEarlier } from '../../../src/domain/procedure/authorized-earlier.js';
import { anIdentification, aRun } from './a-procedure.js';

const definition = anIdentification();
const run = aRun(definition);
const signed = (outcome: 'PASSED' | 'REJECTED') => ({
  ...run,
  id: 'earlier',
  steps: run.steps.map((step) =>
    step.code === 'commitment' ? { ...step, status: 'DONE' as const, outcome, completedOn: date('2023-03-02') } : step,
  ),
});

describe('authorizedEarlier', () => {
  it('is true after an earlier run in which the household authorized look-ups, false after one in which it refused', () => {
    const ask = (outcome: 'PASSED' | 'REJECTED') => authorizedEarlier([signed(outcome), run], run, () => definition);
    expect([ask('PASSED'), ask('REJECTED')]).toEqual([true, false]);
  });

  it('does not count the run itself', () => {
    const own = { ...signed('PASSED'), id: run.id };
    expect(authorizedEarlier([own], run, () => definition)).toBe(false);
  });
});
