import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { waitingStep } from '../../../src/domain/procedure/open-steps.js';
import type { ProcedureRun } from '../../../src/domain/procedure/procedure-run.js';
import { stopRun } from '../../../src/domain/procedure/stop-run.js';

const NOTICE = { opensOn: date('2023-03-08'), closesOn: date('2023-03-13'), openObjections: 0 };
const RUN: ProcedureRun = {
  id: 'run',
  kind: 'IDENTIFICATION',
  startedOn: date('2023-03-06'),
  endedOn: null,
  outcome: null,
  dueOn: null,
  configVersion: 'c',
  steps: [
    { ...waitingStep('1', 'review', 1), status: 'DONE', completedOn: date('2023-03-08'), outcome: 'PASSED' },
    { ...waitingStep('2', 'notice', 1), status: 'CURRENT', startedOn: date('2023-03-08'), notice: NOTICE },
    waitingStep('3', 'decision', 1),
  ],
};

describe('stopRun', () => {
  it('ends a run of 6 March on 10 March with no outcome, with what was done and the notice left as they are', () => {
    const stopped = stopRun(RUN, date('2023-03-10'));
    expect(stopped).toMatchObject({ endedOn: '2023-03-10', outcome: null });
    expect(stopped.steps).toEqual([RUN.steps[0], { ...waitingStep('2', 'notice', 1), notice: NOTICE }, RUN.steps[2]]);
  });

  it('ends on 6 March where the case was withdrawn on 5 March', () => {
    expect(stopRun(RUN, date('2023-03-05')).endedOn).toBe('2023-03-06');
  });
});
