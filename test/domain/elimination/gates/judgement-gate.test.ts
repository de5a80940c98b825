import { describe, expect, it } from 'vitest';
import { judgementGate } from '../../../../src/domain/elimination/gates/judgement-gate.js';
import { aJudgement, failed } from '../../judgement/a-judgement.js';

const judgement = aJudgement({ code: 'two-visits', decides: 'ELIMINATION', article: '3.3' });
const reason = { zh: '走访两次', en: 'visited twice' };

describe('judgementGate', () => {
  it('is passed or not as the function says, with its reason', () => {
    const gate = (passed: boolean) => judgementGate({ judgement, answer: { passed, reason }, failure: null }, '430000');
    expect(gate(true)).toEqual({ code: 'two-visits', passed: true, reason, article: '3.3', missing: [] });
    expect(gate(false)).toMatchObject({ passed: false, reason });
  });

  it('is not passed where the function gave no answer, and names it', () => {
    expect(judgementGate(failed('TIMED_OUT', '2000 ms'), '430000')).toMatchObject({
      code: 'lone-elder',
      passed: false,
      reason: {
        en: 'the function "Elder alone" (lone-elder) of 430000 did not answer in time (2000 ms): not assessable',
      },
      missing: ['an answer of lone-elder'],
    });
  });
});
