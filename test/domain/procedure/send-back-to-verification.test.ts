import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { sendBackToVerification } from '../../../src/domain/procedure/send-back-to-verification.js';
import {
  anIdentification,
  aProcedure,
  aRun,
  aStep,
  CALENDAR_2023,
  counter,
  DAYS,
  done,
  passedUntil,
  passing,
  picture,
  withNotice,
} from './a-procedure.js';

const definition = anIdentification();

describe('sendBackToVerification', () => {
  const onNotice = withNotice(passedUntil(definition, 'notice', DAYS), 'notice', '2023-03-05', '2023-03-10');
  const sent = (run = onNotice, own = definition) =>
    sendBackToVerification({
      run,
      definition: own,
      notice: 'notice',
      on: date('2023-03-09'),
      newId: counter('again'),
      holidays: CALENDAR_2023,
    });

  it('sends the run back to verification on 9 March and keeps the notice, closed as RETURNED', () => {
    const run = sent();
    expect(picture(run)).toEqual([
      'verification#1 DONE PASSED',
      'verification#2 CURRENT',
      'commitment#1 DONE PASSED',
      'commitment#2 WAITING',
      'comparison#1 DONE PASSED',
      'comparison#2 WAITING',
      'review#1 DONE PASSED',
      'review#2 WAITING',
      'notice#1 DONE RETURNED',
      'notice#2 WAITING',
      'township#1 WAITING',
      'county#1 WAITING',
    ]);
    expect(run.steps[1]).toMatchObject({ startedOn: '2023-03-09', dueOn: '2023-03-14' });
    expect(run.steps[8]?.notice?.closesOn).toBe('2023-03-10');
  });

  it('sends a support run without verification back to its first step', () => {
    const support = aProcedure('SUPPORT', [
      aStep('DEMOCRATIC_REVIEW', 'review', []),
      aStep('PUBLIC_NOTICE', 'notice', ['review']),
    ]);
    let run = done({ definition: support, run: aRun(support) }, passing('review', '2023-03-02'));
    run = sent(withNotice(run, 'notice', '2023-03-02', '2023-03-07'), support);
    expect(picture(run)).toEqual([
      'review#1 DONE PASSED',
      'review#2 CURRENT',
      'notice#1 DONE RETURNED',
      'notice#2 WAITING',
    ]);
  });
});
