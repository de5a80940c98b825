import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { judgementDay, judgeNotice, judgeSupport } from '../../../src/domain/scorecard/judge-timeliness.js';

const dueOn = date('2023-03-01');

describe('judgementDay', () => {
  it('is the last day of a period that is over, and today before that', () => {
    const days = ['2023-02-28', '2023-03-01', '2023-03-02'].map((today) => judgementDay(dueOn, date(today)));
    expect(days).toEqual(['2023-02-28', '2023-03-01', '2023-03-01']);
  });
});

describe('judgeSupport', () => {
  it('meets the limit on its last day, 2023-03-01, and misses it a day later', () => {
    expect(judgeSupport({ dueOn, supportedOn: date('2023-03-01') }, date('2023-12-31'))).toBe(true);
    expect(judgeSupport({ dueOn, supportedOn: date('2023-03-02') }, date('2023-12-31'))).toBe(false);
  });

  it('says nothing while the limit runs to the last day of the period, and counts it as missed a day later', () => {
    expect(judgeSupport({ dueOn, supportedOn: null }, date('2023-03-01'))).toBeNull();
    expect(judgeSupport({ dueOn, supportedOn: null }, date('2023-03-02'))).toBe(false);
  });

  it('says nothing where no limit holds', () => {
    expect(judgeSupport({ dueOn: null, supportedOn: date('2023-03-02') }, date('2023-12-31'))).toBeNull();
  });
});

describe('judgeNotice', () => {
  it('meets 5 days with 5 and misses them with 4; says nothing where none are asked for', () => {
    expect([judgeNotice(5, 5), judgeNotice(4, 5), judgeNotice(4, null)]).toEqual([true, false, null]);
  });
});
