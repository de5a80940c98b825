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
const returning = (returnTo: string) =>
  passing('township', '2023-03-13', { outcome: 'RETURNED', note: 'sums differ', returnTo });

describe('a return', () => {
  it('to the review opens review and all after it as second attempts and keeps the first ones', () => {
    const run = done({ definition, run: passedUntil(definition, 'township', DAYS) }, returning('review'));
    expect(picture(run)).toEqual([
      'verification#1 DONE PASSED',
      'commitment#1 DONE PASSED',
      'comparison#1 DONE PASSED',
      'review#1 DONE PASSED',
      'review#2 CURRENT',
      'notice#1 DONE PASSED',
      'notice#2 WAITING',
      'township#1 DONE RETURNED',
      'township#2 WAITING',
      'county#1 WAITING',
    ]);
    expect(run.endedOn).toBeNull();
  });

  it('lets the second attempt begin on the day of the return, 13 March, not on that of its predecessors', () => {
    const run = done({ definition, run: passedUntil(definition, 'township', DAYS) }, returning('review'));
    expect(run.steps.find((step) => step.code === 'review' && step.attempt === 2)?.startedOn).toBe('2023-03-13');
    expect(run.steps.find((step) => step.code === 'review' && step.attempt === 1)?.completedOn).toBe('2023-03-05');
  });

  it('is walked again to the end: the second township review passes and opens the county decision', () => {
    let run = done({ definition, run: passedUntil(definition, 'township', DAYS) }, returning('notice'));
    run = withNotice(run, 'notice', '2023-03-13', '2023-03-18');
    run = done({ definition, run }, passing('notice', '2023-03-19'));
    run = done({ definition, run }, passing('township', '2023-03-20'));
    expect(run.steps.find((step) => step.code === 'county')).toMatchObject({
      status: 'CURRENT',
      startedOn: '2023-03-20',
    });
  });

  it('leaves a branch alone that does not stand after the target', () => {
    const side = aProcedure('ELIMINATION', [
      aStep('HOUSEHOLD_VERIFICATION', 'verification', []),
      aStep('CUSTOM', 'survey', []),
      aStep('TOWNSHIP_REVIEW', 'township', ['verification']),
    ]);
    let run = aRun(side);
    const verification = { visitors: ['v'], mode: 'VISIT' as const, findings: 'steady' };
    run = done({ definition: side, run }, passing('verification', '2023-03-02', { verification }));
    run = done({ definition: side, run }, returning('verification'));
    expect(picture(run)).toContain('survey#1 CURRENT');
  });
});

describe('an upheld objection', () => {
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
