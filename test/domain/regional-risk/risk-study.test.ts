import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { checkStudy, studyDuty } from '../../../src/domain/regional-risk/risk-study.js';

const TODAY = date('2023-11-30');
const STUDY = {
  region: '430121' as RegionCode,
  heldOn: TODAY,
  departments: ['AGRICULTURE', 'CIVIL_AFFAIRS'],
  conclusion: '生猪价格下跌,关注养殖户',
  warnings: 0,
};
const paths = (change: Partial<typeof STUDY>): string[] =>
  checkStudy({ ...STUDY, ...change }, TODAY).map(({ path }) => path.slice(1).join('.'));

describe('R27 checkStudy', () => {
  it('takes a study of a county today, and none of a township or of tomorrow', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ region: '430121001' as RegionCode })).toEqual(['region']);
    expect(paths({ heldOn: date('2023-12-01') })).toEqual(['heldOn']);
  });

  it('asks who took part, each once, and what was concluded', () => {
    expect(paths({ departments: [] })).toEqual(['departments']);
    expect(paths({ departments: ['FINANCE', 'FINANCE'] })).toEqual(['departments']);
    expect(paths({ conclusion: '' })).toEqual(['conclusion']);
  });

  it('takes 100 warnings and refuses 101', () => {
    expect(paths({ warnings: 100 })).toEqual([]);
    expect(paths({ warnings: 101 })).toEqual(['warningIds']);
  });
});

describe('R27 studyDuty', () => {
  it('is in time on the day three months after the last one, and missed on the next', () => {
    const held = date('2023-08-15');
    expect(studyDuty(held, 3, date('2021-05-14'), date('2023-11-15'))).toMatchObject({ missed: false });
    expect(studyDuty(held, 3, date('2021-05-14'), date('2023-11-16'))).toEqual({
      lastHeldOn: held,
      dueBy: '2023-11-15',
      missed: true,
    });
  });

  it('counts from the first day of the rule where none was ever held, and misses nothing without a rule', () => {
    expect(studyDuty(null, 3, date('2023-01-01'), date('2023-04-02')).missed).toBe(true);
    expect(studyDuty(null, null, date('2023-01-01'), date('2029-01-01'))).toEqual({
      lastHeldOn: null,
      dueBy: null,
      missed: false,
    });
  });
});
