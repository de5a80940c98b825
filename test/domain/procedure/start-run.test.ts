import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { startRun } from '../../../src/domain/procedure/start-run.js';
import { anIdentification, aProcedure, aRun, aStep, CALENDAR_2023, counter, picture } from './a-procedure.js';

describe('startRun', () => {
  it('opens the first step on 1 March 2023, due on 6 March, and lets six others wait', () => {
    const run = aRun(anIdentification());
    expect(run.steps[0]).toMatchObject({ status: 'CURRENT', startedOn: '2023-03-01', dueOn: '2023-03-06', attempt: 1 });
    expect(run.steps.filter((step) => step.status === 'WAITING')).toHaveLength(6);
    expect(run.steps[1]).toMatchObject({ startedOn: null, dueOn: null, notice: null });
    expect(run).toMatchObject({ endedOn: null, outcome: null, configVersion: 'c0ffee' });
  });

  it('opens two first steps side by side', () => {
    const definition = aProcedure('SUPPORT', [
      aStep('DEMOCRATIC_REVIEW', 'review', []),
      aStep('CUSTOM', 'survey', []),
      aStep('PUBLIC_NOTICE', 'notice', ['review', 'survey']),
    ]);
    expect(picture(aRun(definition))).toEqual(['review#1 CURRENT', 'survey#1 CURRENT', 'notice#1 WAITING']);
  });

  it('takes its ids from outside: the run first, then the steps in order', () => {
    const definition = aProcedure('SUPPORT', [aStep('DEMOCRATIC_REVIEW', 'review', [])]);
    const run = aRun(definition);
    expect([run.id, run.steps[0]?.id]).toEqual(['step-1', 'step-2']);
  });

  it('throws when the definition is of another kind', () => {
    const start = { startedOn: date('2023-03-01'), configVersion: '', newId: counter(), holidays: CALENDAR_2023 };
    expect(() => startRun({ ...start, kind: 'SUPPORT', definition: anIdentification() })).toThrow(RangeError);
  });
});
