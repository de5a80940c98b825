import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type AuthorizationOnRecord, authorizedEarlier } from '../../../src/domain/procedure/authorized-earlier.js';
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
const ask = (record: Partial<AuthorizationOnRecord>) =>
  authorizedEarlier({ runs: [run], ...record }, run, () => definition);
const NATIONAL = { source: 'NATIONAL_SYSTEM' as const };

describe('authorizedEarlier', () => {
  it('is true after an earlier run in which the household authorized look-ups, false after one in which it refused', () => {
    expect(ask({ runs: [signed('PASSED'), run] })).toBe(true);
    expect(ask({ runs: [signed('REJECTED'), run] })).toBe(false);
  });

  it('does not count the run itself', () => {
    const own = { ...signed('PASSED'), id: run.id };
    expect(ask({ runs: [own] })).toBe(false);
  });

  it('is not known of a case of the national system that was never asked here (R30), and false of one of the register', () => {
    expect(ask(NATIONAL)).toBeUndefined();
    expect(ask({})).toBe(false);
  });

  it('is known of a case of the national system once it was asked here, or has withdrawn', () => {
    expect(ask({ ...NATIONAL, runs: [signed('PASSED'), run] })).toBe(true);
    expect(ask({ ...NATIONAL, runs: [signed('REJECTED'), run] })).toBe(false);
    expect(ask({ ...NATIONAL, authorizationWithdrawnOn: date('2023-03-02') })).toBe(false);
  });
});
