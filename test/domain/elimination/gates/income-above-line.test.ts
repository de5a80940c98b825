import { describe, expect, it } from 'vitest';
import type { EliminationQuestion } from '../../../../src/domain/elimination/elimination-question.js';
import { incomeAboveLine } from '../../../../src/domain/elimination/gates/income-above-line.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../../src/domain/kernel/money.js';
import { anElimination, anIncome } from '../an-elimination.js';

const gate = (incomes: EliminationQuestion['incomes'], set: Partial<EliminationQuestion> = {}) =>
  incomeAboveLine(anElimination({ incomes, ...set }));
const passed = (...args: Parameters<typeof gate>) => gate(...args).passed;

describe('incomeAboveLine', () => {
  it('is passed with 7,800.01 yuan under a line of 7,800.00, and not with 7,800.00', () => {
    expect(passed([anIncome('2023-06-30', '7800.01')])).toBe(true);
    expect(passed([anIncome('2023-06-30', '7800.00')])).toBe(false);
  });

  it('is not passed where reference income falls to the line: 9,000.00 less 1,200.00 of own medical cost', () => {
    const sick = (cost: string) => [anIncome('2023-06-30', '9000.00', { compliantMedicalCost: yuan(cost) })];
    expect(passed(sick('1199.99'))).toBe(true);
    expect(passed(sick('1200.00'))).toBe(false);
  });

  it('is not helped over the line by insurance claims alone: income itself must be above it', () => {
    expect(passed([anIncome('2023-06-30', '7800.00', { claimsPaid: yuan('5000.00') })])).toBe(false);
  });

  it('looks at every window that ends in the six months: one short one fails and is named', () => {
    const answer = gate([anIncome('2023-06-30', '9000.00'), anIncome('2023-03-31', '7799.99')]);
    expect(answer.passed).toBe(false);
    expect(answer.reason.en).toContain('7799.99 yuan from 2022-04-01 to 2023-03-31');
    expect(answer.reason.en).not.toContain('9000.00');
  });

  it('looks at a window that ends on 31 January, six months before 31 July, and not at one of 30 January', () => {
    const good = anIncome('2023-06-30', '9000.00');
    expect(passed([good, anIncome('2023-01-31', '100.00')])).toBe(false);
    expect(passed([good, anIncome('2023-01-30', '100.00')])).toBe(true);
  });

  it('looks at a window that ends on the day itself, and not at one of the day after', () => {
    expect(passed([anIncome('2023-07-31', '9000.00')])).toBe(true);
    expect(gate([anIncome('2023-08-01', '9000.00')]).missing).toHaveLength(1);
  });

  it('does not take three months for the twelve of the line', () => {
    const quarter = anIncome('2023-06-30', '9000.00', { from: date('2023-04-01') });
    expect(gate([quarter]).missing).toHaveLength(1);
  });

  it('in natural elimination looks at what ended since identification, without waiting for the months', () => {
    const set = { mode: 'NATURAL', on: date('2023-02-28') } as const;
    const before = anIncome('2023-01-09', '100.00');
    expect(passed([before, anIncome('2023-01-31', '9000.00')], set)).toBe(true);
    expect(gate([before], set).missing).toHaveLength(1);
  });

  it('names the concept of the line, and what it is made of, on both sides of it', () => {
    const [over, on] = [gate([anIncome('2023-06-30', '7800.01')]), gate([anIncome('2023-06-30', '7800.00')])];
    expect(over.reason).toEqual({
      zh: '人均纯收入均超过监测线7800.00元(纯收入:工资性、生产经营性、财产性、转移性收入减生产经营性支出)',
      en: 'net income a head is above the line of 7800.00 yuan throughout (net income: wages, business, property and transfers less the costs of production)',
    });
    expect(on.reason.en).toContain('net income a head is not above the line of 7800.00 yuan');
  });

  it('tells disposable income by net income and says so, where the line or the province asks for it at elimination', () => {
    const { rules } = anElimination();
    const ofLine = { ...rules, line: { ...rules.line!, concept: 'DISPOSABLE_INCOME' as const } };
    const ofElimination = {
      ...rules,
      elimination: { ...rules.elimination, concept: { value: 'DISPOSABLE_INCOME' as const } },
    };
    for (const asked of [ofLine, ofElimination]) {
      const [over, on] = ['7800.01', '7800.00'].map((yuans) => gate([anIncome('2023-06-30', yuans)], { rules: asked }));
      expect([over?.passed, on?.passed]).toEqual([true, false]);
      for (const told of [over, on]) {
        expect(told?.reason.en).toContain('the national form records no component that tells it from net income');
        expect(told?.reason.zh).toContain('口径为可支配收入');
      }
    }
  });

  it('is undecided where no line is in force', () => {
    const rules = { ...anElimination().rules, line: null };
    expect(gate([anIncome('2023-06-30', '9000.00')], { rules }).missing).toEqual(['monitoring line']);
  });
});
