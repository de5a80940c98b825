import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { windowDays } from '../../../src/domain/province/income-window.js';

describe('windowDays', () => {
  it('counts 12 months up to the day before', () => {
    expect(windowDays('MONTHS_BEFORE', 12, date('2023-06-01'))).toEqual({ from: '2022-06-01', to: '2023-05-31' });
    expect(windowDays('MONTHS_BEFORE', 12, date('2023-06-02'))).toEqual({ from: '2022-06-02', to: '2023-06-01' });
  });

  it('counts whole months up to the last one that is over: the same on 1 and on 30 September', () => {
    const august = { from: '2021-09-01', to: '2022-08-31' };
    expect(windowDays('WHOLE_MONTHS_BEFORE', 12, date('2022-09-01'))).toEqual(august);
    expect(windowDays('WHOLE_MONTHS_BEFORE', 12, date('2022-09-30'))).toEqual(august);
    expect(windowDays('WHOLE_MONTHS_BEFORE', 12, date('2022-10-01'))).toEqual({ from: '2021-10-01', to: '2022-09-30' });
  });

  it('moves from one October to September to the next on 1 October', () => {
    const before = windowDays('OCTOBER_TO_SEPTEMBER', 12, date('2022-09-30'));
    expect(before).toEqual({ from: '2020-10-01', to: '2021-09-30' });
    const after = windowDays('OCTOBER_TO_SEPTEMBER', 12, date('2022-10-01'));
    expect(after).toEqual({ from: '2021-10-01', to: '2022-09-30' });
  });
});
