import { describe, expect, it } from 'vitest';
import type { HouseholdFacts } from '../../../src/domain/household/household-facts.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { resolveRules } from '../../../src/domain/province/resolve-rules.js';
import { assessHousehold } from '../../../src/domain/risk/assess-household.js';
import { aCheck, aHousehold, anIncome } from './a-household.js';
import { hunanOn, JUNE_2023, QINGHAI } from './rules-in-force.js';

const inHunan = (facts: HouseholdFacts) => assessHousehold(facts, hunanOn('2023-06-01'), JUNE_2023);

describe('assessHousehold', () => {
  it('puts 7,499.99 yuan a head within the range of Hunan in 2023, and 7,500.00 above it', () => {
    const under = inHunan(aHousehold().earning('7499.99').get());
    const on = inHunan(aHousehold().earning('7500.00').get());
    expect([under.withinRange, under.band?.code, under.band?.response]).toEqual([true, 'within-range', 'MUST_VERIFY']);
    expect([on.withinRange, on.band?.code, on.band?.response]).toEqual([false, 'above-range', 'NONE']);
    expect(under.line?.perCapitaIncome).toBe(yuan('7500.00'));
  });

  it('puts 5,999.99 yuan a head within the range of a province without a module in 2021, and 6,000.00 above it', () => {
    const on = date('2021-12-31');
    const rules = resolveRules(QINGHAI, on, '632801');
    const earning = (amount: string) => {
      const record = anIncome({ from: date('2020-12-01'), to: date('2021-11-30'), wages: yuan(amount) });
      return assessHousehold(aHousehold().incomes(record).get(), rules, on).withinRange;
    };
    expect([earning('5999.99'), earning('6000.00')]).toEqual([true, false]);
  });

  it('finds nothing in a household over the line, secure, able and without special groups', () => {
    const assessment = inHunan(aHousehold().earning('20000.00').get());
    expect(assessment.findings).toMatchObject([{ rule: 'income-fall', missing: ['income of the window before'] }]);
    expect(assessment.suggestedCategory).toBeNull();
    expect(assessment.suggestedInstruments).toEqual([]);
  });

  it('leaves the range open where no income record serves the day, and says so', () => {
    const assessment = inHunan(aHousehold().incomes().get());
    expect(assessment.withinRange).toBeNull();
    expect(assessment.band).toBeNull();
    expect(assessment.perCapitaIncome).toBeNull();
    expect(assessment.findings).toMatchObject([{ rule: 'income-line', severity: 'WARNING', missing: ['income'] }]);
  });

  it('leaves the range open on 31 December 2020, before any line', () => {
    const on = date('2020-12-31');
    const assessment = assessHousehold(aHousehold().get(), hunanOn('2020-12-31'), on);
    expect([assessment.withinRange, assessment.line, assessment.band]).toEqual([null, null, null]);
    expect(assessment.findings.map((finding) => finding.missing)).toContainEqual(['monitoring line']);
  });

  it('reports guarantees that were never checked as not assessable, and looks at no check of a later day', () => {
    const later = aCheck({ on: '2023-06-02', safeHousing: 'NOT_SECURED' });
    const assessment = inHunan(aHousehold().earning('20000.00').guarantees(later).get());
    expect(assessment.findings).toContainEqual(
      expect.objectContaining({ rule: 'guarantees', severity: 'WARNING', missing: ['guarantee check'] }),
    );
    expect(assessment.suggestedCategory).toBeNull();
  });

  it('keeps serving the line of 2023 on 1 January 2024, and says that its source does not vouch for that day', () => {
    const on = date('2024-01-01');
    const record = anIncome({ from: date('2023-01-01'), to: date('2023-12-31'), wages: yuan('7499.99') });
    const assessment = assessHousehold(aHousehold().incomes(record).get(), hunanOn('2024-01-01'), on);
    expect(assessment.withinRange).toBe(true);
    expect(assessment.line?.outdated).toBe(true);
    expect(assessment.findings).toContainEqual(
      expect.objectContaining({
        rule: 'parameter-outdated',
        severity: 'INFO',
        evidence: expect.objectContaining({ code: 'PARAMETER_OUTDATED', from: '2023-01-01' }),
      }),
    );
  });

  it('names the configuration that it was assessed under', () => {
    expect(inHunan(aHousehold().get()).configVersion).toBe('hunan-version');
  });

  it('takes Hunan before 2023 at the national floor, which is what its texts leave it', () => {
    const on = date('2022-06-01');
    const record = anIncome({ from: date('2021-01-01'), to: date('2021-12-31'), wages: yuan('6000.00') });
    const assessment = assessHousehold(aHousehold().incomes(record).get(), hunanOn('2022-06-01'), on);
    expect(assessment.line?.perCapitaIncome).toBe(yuan('6000.00'));
    expect(assessment.withinRange).toBe(false);
  });

  it('gives every finding an article, a sentence in both languages and a source or none', () => {
    const poor = aHousehold()
      .earning('5000.00')
      .guarantees(aCheck({ safeHousing: 'NOT_SECURED', food: 'AT_RISK' }))
      .get();
    for (const finding of inHunan(poor).findings) {
      expect(finding.article).toMatch(/^(\d\.\d|G)$/);
      expect(finding.message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(finding.message.en.length).toBeGreaterThan(10);
    }
  });
});
