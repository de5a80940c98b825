import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import { resolveRules } from '../../../src/domain/province/resolve-rules.js';
import { HUNAN, hunanOn, QINGHAI } from '../risk/rules-in-force.js';

describe('resolveRules', () => {
  it('puts Hunan on 6,000.00 yuan on 31 December 2022 and on 7,500.00 on 1 January 2023', () => {
    expect(hunanOn('2022-12-31').line).toMatchObject({
      perCapitaIncome: yuan('6000.00'),
      to: '2022-12-31',
      outdated: true,
    });
    expect(hunanOn('2023-01-01').line).toMatchObject({
      perCapitaIncome: yuan('7500.00'),
      nationalFloor: yuan('6000.00'),
      from: '2023-01-01',
      to: null,
      outdated: false,
      concept: 'NET_INCOME',
      windowMonths: 12,
      county: null,
    });
  });

  it('warns of the line on 1 January 2024, and not of any other value', () => {
    expect(hunanOn('2023-12-31').warnings).toEqual([]);
    expect(hunanOn('2024-01-01').warnings).toMatchObject([
      {
        code: 'PARAMETER_OUTDATED',
        parameter: 'monitoringLines',
        from: '2023-01-01',
        source: { id: 'hunan-line-2023' },
      },
    ]);
  });

  it('has no line before 1 January 2021', () => {
    expect(hunanOn('2020-12-31').line).toBeNull();
    expect(hunanOn('2020-12-31').bands).toEqual([]);
    expect(hunanOn('2021-01-01').line?.perCapitaIncome).toBe(yuan('6000.00'));
  });

  it('serves the first rules there are before the baseline begins on 14 May 2021', () => {
    const before = hunanOn('2021-05-13');
    expect(before.procedures.IDENTIFICATION.steps).toHaveLength(7);
    expect(before.riskTypes).toHaveLength(11);
    expect(before.supportLimit?.value).toEqual({ amount: 1, unit: 'MONTHS' });
  });

  it('fills in that counts run on, which is the baseline’s own choice', () => {
    const { deadlineStops, procedures } = hunanOn('2023-01-01');
    expect(deadlineStops).toMatchObject({ value: [], source: { standing: 'national-default' } });
    expect(procedures.IDENTIFICATION.limitStops).toEqual([]);
    for (const step of procedures.IDENTIFICATION.steps) expect(step.deadlineStops).toEqual([]);
  });

  it('posts an elimination for 7 days in Pingjiang from 2023, for 5 everywhere else and before', () => {
    const noticeDays = (day: string, county: string | null) =>
      hunanOn(day, county).procedures.ELIMINATION.steps.find(({ kind }) => kind === 'PUBLIC_NOTICE')?.minimumNoticeDays;
    expect(noticeDays('2023-01-01', '430626')).toBe(7);
    expect(noticeDays('2022-12-31', '430626')).toBe(5);
    expect(noticeDays('2023-01-01', '430121')).toBe(5);
    expect(noticeDays('2023-01-01', null)).toBe(5);
    expect(hunanOn('2023-01-01', '430626').procedureSources.ELIMINATION.standing).toBe('county-practice');
  });

  it('serves Qinghai by the baseline, at the floor, and says so', () => {
    const rules = resolveRules(QINGHAI, date('2023-06-01'));
    expect([rules.provinceCode, rules.servedByBaseline]).toEqual(['630000', true]);
    expect(rules.line).toMatchObject({ perCapitaIncome: yuan('6000.00'), outdated: true });
    expect(hunanOn('2023-06-01').servedByBaseline).toBe(false);
  });

  it('moves bands with the line: 0 to 7,500.00, and from there up', () => {
    expect(hunanOn('2023-06-01').bands).toMatchObject([
      { code: 'within-range', fromPerCapita: null, toPerCapita: yuan('7500.00') },
      { code: 'above-range', fromPerCapita: yuan('7500.00'), toPerCapita: null },
    ]);
  });

  it('drops an instrument and a risk type on the day after their last', () => {
    const to = date('2023-06-30');
    const [instrument, riskType] = [BASELINE.instruments[0]!, BASELINE.riskTypes[0]!];
    const config = { ...BASELINE, instruments: [{ ...instrument, to }], riskTypes: [{ ...riskType, to }] };
    const counts = (day: string) => {
      const rules = resolveRules({ ...HUNAN, config }, date(day));
      return [rules.instruments.length, rules.riskTypes.length];
    };
    expect(counts('2023-06-30')).toEqual([1, 1]);
    expect(counts('2023-07-01')).toEqual([0, 0]);
  });

  it('throws where a procedure kind has no definition, which the check at load rules out', () => {
    const config = { ...BASELINE, procedures: [] };
    expect(() => resolveRules({ ...HUNAN, config }, date('2023-06-01'))).toThrow('no IDENTIFICATION procedure');
  });
});
