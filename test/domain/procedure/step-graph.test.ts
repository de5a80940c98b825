import { describe, expect, it } from 'vitest';
import {
  currentSteps,
  hasPassed,
  inDefinitionOrder,
  latestAttempt,
  stepDefinition,
  stepsAfter,
  stepsBefore,
} from '../../../src/domain/procedure/step-graph.js';
import { anIdentification, aProcedure, aRun, aStep, DAYS, done, passedUntil, passing, picture } from './a-procedure.js';

const definition = anIdentification();

describe('stepsBefore and stepsAfter', () => {
  it('find near and far ones in the order of the definition, never the step itself', () => {
    expect(stepsBefore(definition, 'notice')).toEqual(['verification', 'commitment', 'comparison', 'review']);
    expect(stepsAfter(definition, 'notice')).toEqual(['township', 'county']);
    expect(stepsBefore(definition, 'verification')).toEqual([]);
  });

  it('are not trapped by a circle, and find the step itself in one', () => {
    const circle = aProcedure('SUPPORT', [aStep('CUSTOM', 'a', ['b']), aStep('CUSTOM', 'b', ['a'])]);
    expect(stepsBefore(circle, 'a')).toEqual(['a', 'b']);
  });
});

describe('attempts', () => {
  const returned = done(
    { definition, run: passedUntil(definition, 'township', DAYS) },
    passing('township', '2023-03-13', { outcome: 'RETURNED', note: 'again', returnTo: 'review' }),
  );

  it('count by the last one: the review passed once and waits again', () => {
    expect(latestAttempt(returned, 'review')).toMatchObject({ attempt: 2, status: 'CURRENT' });
    expect(hasPassed(returned, 'review')).toBe(false);
    expect(hasPassed(returned, 'comparison')).toBe(true);
    expect(latestAttempt(returned, 'lottery')).toBeNull();
  });

  it('name the steps that wait now', () => {
    expect(currentSteps(returned).map((step) => `${step.code}#${step.attempt}`)).toEqual(['review#2']);
    expect(currentSteps(aRun(definition)).map((step) => step.code)).toEqual(['verification']);
  });

  it('sort by the definition, then by attempt, however they come', () => {
    const steps = inDefinitionOrder(definition, [...returned.steps].reverse());
    expect(picture({ ...returned, steps })).toEqual(picture(returned));
  });
});

describe('stepDefinition', () => {
  it('is found by its code, or null', () => {
    expect(stepDefinition(definition, 'review')?.kind).toBe('DEMOCRATIC_REVIEW');
    expect(stepDefinition(definition, 'lottery')).toBeNull();
  });
});
