import { describe, expect, test } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { chineseHolidayCalendar, loadProvinces, ProvinceService } from '../../../src/features/province/index.js';
import { countyRules } from '../../../src/features/worklist/county-rules.js';
import { calendarDays, dated, defineProvince, source, workingDays } from '../../../src/province-sdk/index.js';

const SOURCE = source({ id: 'tested', title: '测试用', standing: 'document', url: 'https://example.org/tested' });
const TODAY = date('2023-06-30');

/** 30 days until 2022, 20 from 2023 on; 5 working days in 430626 from 2023-05-01 on. */
const HUNAN = defineProvince({
  code: '430000',
  name: { zh: '湖南省', en: 'Hunan' },
  supportLimit: dated([
    { from: '2021-05-14', value: calendarDays(30), source: SOURCE },
    { from: '2023-01-01', value: calendarDays(20), source: SOURCE },
    { from: '2023-05-01', county: '430626', value: workingDays(5), source: SOURCE },
  ]),
});

const rulesOf = (county: string, modules: readonly unknown[] = [HUNAN]) => {
  const provinces = new ProvinceService(loadProvinces({ national: BASELINE, modules }));
  return countyRules(provinces, chineseHolidayCalendar(), county, TODAY);
};

describe('countyRules', () => {
  test('holds cases identified before 2023 to 30 days, later ones to 20', () => {
    expect(rulesOf('430121').support).toEqual([
      { since: null, until: '2023-01-01', months: 0, days: 30, working: null },
      { since: '2023-01-01', until: null, months: 0, days: 20, working: null },
    ]);
  });

  test('holds a county to its own limit from its day on, in working days up to today', () => {
    const { support } = rulesOf('430626');
    expect(support.map(({ since, days }) => [since, days])).toEqual([
      [null, 30],
      ['2023-01-01', 20],
      ['2023-05-01', 5],
    ]);
    const { working } = support[2]!;
    expect([working?.[0], working?.[1], working?.at(-1)]).toEqual(['2023-05-04', '2023-05-05', '2023-06-30']);
  });

  test('ranks the groups of 2.1 in their order, others at 99, none at 100', () => {
    const { ranks, unranked } = rulesOf('430121');
    expect(ranks).toEqual({
      CRITICAL_ILLNESS: 0,
      HEAVY_CHRONIC_ILLNESS: 1,
      SEVERE_DISABILITY: 2,
      INCAPACITATED_ELDERLY: 3,
      OTHER: 99,
    });
    expect(unranked).toBe(100);
  });

  test('has no limit where the module was refused, and ranks all the same', () => {
    const { support, ranks } = rulesOf('430121', [{ ...HUNAN, supportLimit: 'soon' }]);
    expect(support).toEqual([]);
    expect(ranks['CRITICAL_ILLNESS']).toBe(99);
  });
});
