import { describe, expect, it } from 'vitest';
import { assessHousehold } from '../../../../src/domain/risk/assess-household.js';
import { incomeConcept } from '../../../../src/domain/risk/rules/income-concept.js';
import { incomeLine } from '../../../../src/domain/risk/rules/income-line.js';
import { situationOn } from '../../../../src/domain/risk/situation.js';
import { aHousehold } from '../a-household.js';
import { hunanOn, JUNE_2023 as ON } from '../rules-in-force.js';

const RULES_2023 = hunanOn('2023-06-01');
const inDisposable = { ...RULES_2023, line: { ...RULES_2023.line!, concept: 'DISPOSABLE_INCOME' as const } };
const found = (rule: typeof incomeLine, perCapita: string, rules: typeof RULES_2023 = inDisposable) =>
  rule(situationOn(aHousehold().earning(perCapita).get(), rules, ON));

describe('income-concept', () => {
  it.each(['7499.99', '7500.00'])(
    'says under a line in disposable income that net income stands for it, at %s',
    (perCapita) => {
      expect(found(incomeConcept, perCapita)).toMatchObject([
        {
          severity: 'INFO',
          evidence: {
            concept: 'DISPOSABLE_INCOME',
            heldAgainstLine: 'NET_INCOME',
            components: { added: ['wages', 'business', 'property', 'transfers'], takenOff: ['businessExpenses'] },
            perCapita,
            line: '7500.00',
          },
          missing: ['components that tell disposable income from net income'],
          article: '2.2',
        },
      ]);
    },
  );

  it('names the concept where income is under the line, and finds nothing on it', () => {
    const [under] = found(incomeLine, '7499.99');
    expect(under?.message).toEqual({
      zh: '人均可支配收入(以人均纯收入对比)7499.99元,低于监测线7500.00元',
      en: 'disposable income a head, for which net income stands, is 7499.99 yuan, under the monitoring line of 7500.00 yuan',
    });
    expect(under?.evidence).toMatchObject({ concept: 'DISPOSABLE_INCOME' });
    expect(found(incomeLine, '7500.00')).toEqual([]);
  });

  it('says nothing under a line in net income', () => {
    expect(found(incomeConcept, '7499.99', RULES_2023)).toEqual([]);
    const net = assessHousehold(aHousehold().earning('7499.99').get(), RULES_2023, ON);
    const disposable = assessHousehold(aHousehold().earning('7499.99').get(), inDisposable, ON);
    expect([net.withinRange, disposable.withinRange]).toEqual([true, true]);
    expect(disposable.findings.map(({ rule }) => rule)).toContain('income-concept');
    expect(net.findings.map(({ rule }) => rule)).not.toContain('income-concept');
  });
});
