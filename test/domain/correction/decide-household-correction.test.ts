import { describe, expect, it } from 'vitest';
import type { HouseholdCorrection } from '../../../src/domain/correction/correction.js';
import { decideHouseholdCorrection } from '../../../src/domain/correction/decide-household-correction.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { said } from '../case/a-case.js';
import { aCheck, anIncome } from '../elimination/an-elimination.js';
import { aMember } from '../risk/a-household.js';
import { hunanOn } from '../risk/rules-in-force.js';

const TODAY = date('2023-06-30');
const facts = {
  id: 'household-1',
  regionCode: '430121100201',
  formerStatus: 'GENERAL' as const,
  resettled: false,
  members: [aMember()],
  incomes: [anIncome('2023-05-31', '7499.99')],
  guarantees: [aCheck('2023-05-01')],
};
const window = { from: facts.incomes[0]!.from, to: facts.incomes[0]!.to };

const decide = (set: HouseholdCorrection, category: 'MARGINAL_AT_RISK' | 'SUDDEN_SEVERE_DIFFICULTY' | null = null) =>
  decideHouseholdCorrection({ facts, set, category, rules: hunanOn('2023-06-30'), today: TODAY });
const codes = (answer: ReturnType<typeof decide>) =>
  'refusals' in answer ? said(answer.refusals) : answer.consequences.map(({ code }) => code);

describe('decideHouseholdCorrection', () => {
  it('says that a category no longer fits where it asks for the former status that was wrong, and not where either will do', () => {
    expect(codes(decide({ formerStatus: 'FORMERLY_POOR' }, 'MARGINAL_AT_RISK'))).toEqual(['category-no-longer-fits']);
    expect(codes(decide({ formerStatus: 'FORMERLY_POOR' }, 'SUDDEN_SEVERE_DIFFICULTY'))).toEqual([]);
    expect(codes(decide({ formerStatus: 'FORMERLY_POOR' }))).toEqual([]);
  });

  it('keeps the record as it was beside the record as it is', () => {
    const answer = decide({ income: { ...window, medical: yuan('100.00') } });
    expect(answer).toMatchObject({
      before: { income: { wages: 749_999, rigid: { medical: 0 } } },
      values: { income: { wages: 749_999, rigid: { medical: 10_000 } } },
      after: { incomes: [{ rigid: { medical: 10_000 } }] },
    });
  });

  it('refuses a status that is so already, a record that is not there, and nothing at all, together', () => {
    const income = { from: date('2020-01-01'), to: date('2020-12-31') };
    const guarantees = { checkedOn: date('2023-05-02'), food: 'SECURE' as const };
    expect(codes(decide({ formerStatus: 'GENERAL', income, guarantees }))).toEqual([
      'BAD_VALUE set.formerStatus',
      'BAD_VALUE set.income',
      'BAD_VALUE set.guarantees',
    ]);
    expect(codes(decide({}))).toEqual(['BAD_VALUE set']);
  });

  it('puts right where a record comes from, tells only of what was named, and refuses what is recorded so (R30)', () => {
    const sources = { household: 'CENSUS', income: null, guarantees: 'VISIT' } as const;
    const ask = (set: HouseholdCorrection) =>
      decideHouseholdCorrection({ facts, set, category: null, rules: hunanOn('2023-06-30'), today: TODAY, sources });
    const { checkedOn } = facts.guarantees[0]!;
    expect(ask({ source: 'VISIT' })).toMatchObject({ before: { source: 'CENSUS' }, values: { source: 'VISIT' } });
    expect(ask({ source: null })).toMatchObject({ before: { source: 'CENSUS' }, values: { source: null } });
    const ofIncome = ask({ income: { ...window, source: 'DEPARTMENT' } });
    expect(ofIncome).toMatchObject({
      before: { income: { source: null, wages: 749_999 } },
      values: { income: { source: 'DEPARTMENT', wages: 749_999 } },
    });
    const ofAmounts = ask({ income: { ...window, medical: yuan('1.00') } });
    expect('refusals' in ofAmounts ? null : Object.keys(ofAmounts.values['income'] as object)).not.toContain('source');
    const ofCheck = ask({ guarantees: { checkedOn, source: 'DEPARTMENT' } });
    expect(ofCheck).toMatchObject({ before: { guarantees: { source: 'VISIT' } }, after: { incomes: facts.incomes } });
    const again = [
      { source: 'CENSUS' },
      { income: { ...window, source: null } },
      { guarantees: { checkedOn, source: 'VISIT' } },
    ] as HouseholdCorrection[];
    for (const set of again) expect(codes(ask(set))).toEqual([expect.stringContaining('BAD_VALUE')]);
  });
});
