import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { openWaitingSteps, waitingStep } from '../../../src/domain/procedure/open-steps.js';
import { aProcedure, aStep } from './a-procedure.js';

const definition = aProcedure('SUPPORT', [
  aStep('DEMOCRATIC_REVIEW', 'review', []),
  aStep('CUSTOM', 'survey', []),
  aStep('PUBLIC_NOTICE', 'notice', ['review', 'survey']),
]);
const passed = (id: string, code: string, completedOn: string) => ({
  ...waitingStep(id, code, 1),
  status: 'DONE' as const,
  outcome: 'PASSED' as const,
  completedOn: date(completedOn),
});
const opened = (...steps: Parameters<typeof openWaitingSteps>[0]) =>
  openWaitingSteps(steps, definition, date('2023-09-01')).find((step) => step.code === 'notice');

describe('openWaitingSteps', () => {
  it('opens a step on the later of the days of its two predecessors', () => {
    const steps = [
      passed('a', 'review', '2023-09-28'),
      passed('b', 'survey', '2023-09-20'),
      waitingStep('c', 'notice', 1),
    ];
    expect(opened(...steps)).toMatchObject({ status: 'CURRENT', startedOn: '2023-09-28', dueOn: null });
  });

  it('waits while one of two has not passed', () => {
    expect(
      opened(passed('a', 'review', '2023-09-28'), waitingStep('b', 'survey', 1), waitingStep('c', 'notice', 1)),
    ).toMatchObject({
      status: 'WAITING',
      startedOn: null,
    });
  });
});
