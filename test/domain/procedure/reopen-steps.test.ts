import { describe, expect, it } from 'vitest';
import {
  anIdentification,
  aProcedure,
  aRun,
  aStep,
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
