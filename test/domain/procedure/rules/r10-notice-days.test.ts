import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { noticeDays, noticeLongEnough } from '../../../../src/domain/procedure/rules/r10-notice-days.js';

describe('noticeDays', () => {
  it('is 5 from 1 to 6 March 2023: the posting day is not counted', () => {
    expect(noticeDays(date('2023-03-01'), date('2023-03-06'))).toBe(5);
  });
});

describe('noticeLongEnough', () => {
  const long = (closesOn: string, minimum: number | null) =>
    noticeLongEnough(date('2023-03-01'), date(closesOn), minimum).map((refusal) => refusal.code);

  it('takes 5 days and refuses 4 of 5', () => {
    expect(long('2023-03-06', 5)).toEqual([]);
    expect(long('2023-03-05', 5)).toEqual(['NOTICE_TOO_SHORT']);
  });

  it('asks for one day where the procedure sets none', () => {
    expect(long('2023-03-02', null)).toEqual([]);
    expect(long('2023-03-01', null)).toEqual(['NOTICE_TOO_SHORT']);
  });

  it('refuses one that closes before it opens', () => {
    expect(long('2023-02-28', 5)).toEqual(['DATE_ORDER']);
  });
});
