import { describe, expect, it } from 'vitest';
import { anIdentification, aPaper, aRun, DAYS, done, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();
const run = passedUntil(definition, 'county', DAYS);
const decide = (actor: string, act = {}, of = run) =>
  refusalsOf({ definition, run: of, actor }, passing('county', '2023-03-15', act));

describe('verifierDoesNotDecide', () => {
  it('refuses the county decision to the token that verified, and takes it from another', () => {
    expect(decide('does-verification')).toEqual(['SAME_PERSON input.step']);
    expect(decide('does-comparison')).toEqual([]);
  });

  it('refuses it to a visitor: named as decider, or entered for', () => {
    expect(decide('clerk', { decision: { decidedBy: ' v-1 ' } })).toEqual(['SAME_PERSON input.decision.decidedBy']);
    expect(decide('clerk', { enteredFor: 'v-2', evidence: [aPaper()] })).toEqual(['SAME_PERSON input.enteredFor']);
  });

  it('knows a visitor who is written with spaces, in another width or case, or with an office behind the name', () => {
    for (const decidedBy of ['V-1', 'v - 1', 'ｖ－１', 'v-1(驻村队员)', 'v-1（驻村队员）'])
      expect(decide('clerk', { decision: { decidedBy } }), decidedBy).toEqual(['SAME_PERSON input.decision.decidedBy']);
    expect(decide('clerk', { decision: { decidedBy: 'v-11' } })).toEqual([]);
  });

  it('refuses it to the clerk who entered the verification for another', () => {
    let entered = aRun(definition);
    const act = passing('verification', '2023-03-02', { enteredFor: 'village-head', evidence: [aPaper()] });
    entered = done({ definition, run: entered, actor: 'clerk' }, act);
    const rest = { ...run, steps: [...entered.steps.slice(0, 1), ...run.steps.slice(1)] };
    expect(decide('clerk', {}, rest)).toEqual(['SAME_PERSON input.step']);
    expect(decide('village-head', {}, rest)).toEqual(['SAME_PERSON input.step']);
    expect(decide('another', {}, rest)).toEqual([]);
  });

  it('remembers a verifier of a first attempt that was sent back', () => {
    let again = done(
      { definition, run: passedUntil(definition, 'township', DAYS) },
      passing('township', '2023-03-13', { outcome: 'RETURNED', note: 'again', returnTo: 'verification' }),
    );
    const verification = {
      visitors: ['v-9'],
      mode: 'VISIT' as const,
      findings: 'same',
      category: 'MARGINAL_AT_RISK' as const,
      risks: [{ riskType: 'illness', primary: true }],
    };
    again = done({ definition, run: again, actor: 'second' }, passing('verification', '2023-03-14', { verification }));
    const current = again.steps.map((step) =>
      step.code === 'county' ? { ...step, status: 'CURRENT' as const } : step,
    );
    expect(decide('does-verification', {}, { ...again, steps: current })).toEqual(['SAME_PERSON input.step']);
  });

  it('lets the verifier act in every other step', () => {
    const given = { definition, run: passedUntil(definition, 'review', DAYS), actor: 'does-verification' };
    expect(refusalsOf(given, passing('review', '2023-03-05'))).toEqual([]);
  });
});
