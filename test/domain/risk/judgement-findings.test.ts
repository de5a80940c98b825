import { describe, expect, it } from 'vitest';
import { assessHousehold } from '../../../src/domain/risk/assess-household.js';
import { judgementFindings } from '../../../src/domain/risk/judgement-findings.js';
import { aJudgement, answered, failed } from '../judgement/a-judgement.js';
import { aHousehold } from './a-household.js';
import { hunanOn, JUNE_2023 } from './rules-in-force.js';

const message = { zh: '独居', en: 'alone' };

describe('judgementFindings', () => {
  it('gives a finding under the code, article and source of the function', () => {
    expect(
      judgementFindings(answered(true, [{ severity: 'WARNING', message, evidence: { age: 70 } }]), '430000'),
    ).toEqual([
      {
        rule: 'lone-elder',
        article: '2.1',
        source: aJudgement().source,
        severity: 'WARNING',
        message,
        riskType: null,
        evidence: { age: 70 },
        missing: [],
      },
    ]);
  });

  it('names module, function and place where there is no answer, and says what is missing', () => {
    const [finding] = judgementFindings(failed('THREW', 'TypeError at 2:10'), '430000');
    expect(finding?.message.en).toBe(
      'the function "Elder alone" (lone-elder) of 430000 threw an error (TypeError at 2:10): not assessable',
    );
    expect(finding?.missing).toEqual(['an answer of lone-elder']);
  });
});

describe('an assessment with a function of the province', () => {
  const on = JUNE_2023;
  const judgement = aJudgement();
  const rules = { ...hunanOn(on), judgements: [judgement] };

  it('says that a function was not run, where nobody ran it, and does not say that the household is not in the range', () => {
    const { withinRange, findings } = assessHousehold(aHousehold().get(), rules, on);
    expect(withinRange).not.toBe(false);
    expect(findings.filter(({ rule }) => rule === 'lone-elder')).toMatchObject([{ evidence: { failure: 'NOT_RUN' } }]);
  });

  it('suggests a category to whom a function brings in', () => {
    const judged = [{ judgement, answer: { within: true, findings: [] }, failure: null }];
    const assessed = assessHousehold(aHousehold().get(), rules, on, judged);
    expect(assessed).toMatchObject({ withinRange: true, suggestedCategory: 'MARGINAL_AT_RISK' });
  });
});
