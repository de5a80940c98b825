import { describe, expect, it } from 'vitest';
import { anIdentification, aRun, complete, DAYS, done, passedUntil, passing } from '../a-procedure.js';

const definition = anIdentification();
const run = aRun(definition);
const answer = (act: ReturnType<typeof passing>, of = run) => {
  const result = complete({ definition, run: of }, act);
  return 'refusals' in result ? result.refusals : [];
};

describe('stepIsCurrent', () => {
  it('refuses the county decision on the first day and names the step that waits and the one that is skipped', () => {
    const refusals = answer(passing('county', '2023-03-02'));
    expect(refusals.map((refusal) => refusal.code)).toEqual(['STEP_NOT_CURRENT', 'RULE_VIOLATION']);
    expect(refusals[0]?.message).toContain('current: verification');
    expect(refusals[1]).toMatchObject({ article: '3.2', path: ['input', 'step'] });
    expect(refusals[1]?.message).toContain('"township"');
  });

  it('refuses a step done before, without blaming the order', () => {
    const after = done({ definition, run }, passing('verification', '2023-03-02'));
    const refusals = answer(passing('verification', '2023-03-03'), after);
    expect(refusals.map((refusal) => refusal.code)).toEqual(['STEP_NOT_CURRENT']);
    expect(refusals[0]?.message).toContain('completed on 2023-03-02');
  });

  it('refuses a step that the procedure does not have', () => {
    expect(answer(passing('lottery', '2023-03-02')).map((refusal) => refusal.code)).toEqual(['STEP_NOT_CURRENT']);
  });

  it('says that the run ended, and nothing else', () => {
    const ended = done({ definition, run: passedUntil(definition, 'county', DAYS) }, passing('county', '2023-03-15'));
    const refusals = answer(passing('county', '2023-03-16'), ended);
    expect(refusals.map((refusal) => refusal.code)).toEqual(['INVALID_STATE']);
    expect(refusals[0]?.message).toContain('2023-03-15');
  });
});
