import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { ProcedureRun } from '../../../src/domain/procedure/procedure-run.js';
import { standingAuthorization } from '../../../src/domain/procedure/standing-authorization.js';
import { anIdentification, aRun } from './a-procedure.js';

const definition = anIdentification();
const given = (on: string, id = 'run', set: Partial<ProcedureRun> = {}): ProcedureRun => {
  const run = aRun(definition);
  const steps = run.steps.map((step) =>
    step.code === 'commitment'
      ? { ...step, status: 'DONE' as const, outcome: 'PASSED' as const, completedOn: date(on) }
      : step,
  );
  return { ...run, id, steps, ...set };
};
const ask = (runs: readonly ProcedureRun[], withdrawnOn?: string) =>
  standingAuthorization(runs, () => definition, withdrawnOn === undefined ? null : date(withdrawnOn))?.on ?? null;

describe('standingAuthorization', () => {
  it('is none before the household gave one', () => {
    expect(ask([aRun(definition)])).toBeNull();
  });

  it('falls with a withdrawal on 2 March that follows one of 2 March, and stands where it was given on 3 March', () => {
    expect(ask([given('2023-03-02')], '2023-03-02')).toBeNull();
    expect(ask([given('2023-03-03')], '2023-03-02')).toBe('2023-03-03');
  });

  it('is the newest of several runs', () => {
    const runs = [given('2023-03-02', 'a'), given('2023-05-02', 'b'), given('2023-04-02', 'c')];
    expect(ask(runs)).toBe('2023-05-02');
    expect(ask(runs, '2023-04-20')).toBe('2023-05-02');
  });

  it('counts the last attempt only while the run is under way', () => {
    const run = given('2023-03-02');
    const again = run.steps.find(({ code }) => code === 'commitment')!;
    const steps = [
      ...run.steps,
      { ...again, id: 'again', attempt: 2, status: 'CURRENT' as const, outcome: null, completedOn: null },
    ];
    expect(ask([{ ...run, steps }])).toBeNull();
    expect(ask([{ ...run, steps, endedOn: date('2023-04-01') }])).toBe('2023-03-02');
  });
});
