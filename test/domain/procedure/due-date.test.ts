import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { NO_HOLIDAY_CALENDAR } from '../../../src/domain/kernel/working-days.js';
import type { StoppedDays } from '../../../src/domain/procedure/deadline-stops.js';
import { dueDate } from '../../../src/domain/procedure/due-date.js';
import { CALENDAR_2023 } from './a-procedure.js';

const due = (from: string, days: number | null, working = true, stopped: readonly StoppedDays[] = []) =>
  dueDate(date(from), days, working, CALENDAR_2023, stopped);
const still = (after: string, until: string | null): StoppedDays => ({
  after: date(after),
  until: until === null ? null : date(until),
  stop: until === null ? 'RETURN' : 'NOTICE',
});

describe('dueDate', () => {
  it('is 6 March for five calendar days from 1 March 2023 and 8 March for five working days', () => {
    expect(due('2023-03-01', 5, false).dueOn).toBe('2023-03-06');
    expect(due('2023-03-01', 5).dueOn).toBe('2023-03-08');
  });

  it('counts from the day after: one working day from Monday 6 March 2023 is Tuesday, five is next Monday', () => {
    expect(due('2023-03-06', 1).dueOn).toBe('2023-03-07');
    expect(due('2023-03-06', 5).dueOn).toBe('2023-03-13');
  });

  it('skips the National Day holiday of 2023 and counts Saturday 7 October, which is worked', () => {
    expect(due('2023-09-28', 1).dueOn).toBe('2023-10-07');
    expect(due('2023-09-28', 2).dueOn).toBe('2023-10-08');
    expect(due('2023-09-28', 3).dueOn).toBe('2023-10-09');
  });

  it('answers the day itself for no days, a Sunday too', () => {
    expect(due('2023-03-05', 0).dueOn).toBe('2023-03-05');
  });

  it('is none without a deadline, and gives no reason', () => {
    expect(due('2023-03-01', null)).toEqual({ dueOn: null, reason: null });
  });

  it('reaches Friday 29 December 2023 and is left open one day further, since 2024 is not covered', () => {
    expect(due('2023-12-28', 1)).toEqual({ dueOn: '2023-12-29', reason: null });
    const { dueOn, reason } = due('2023-12-28', 2);
    expect(dueOn).toBeNull();
    expect(reason).toMatchObject({ code: 'holidays-not-announced', evidence: { uncoveredYear: 2024 } });
  });

  it('guesses nothing with a calendar that covers no year', () => {
    expect(dueDate(date('2023-03-06'), 1, true, NO_HOLIDAY_CALENDAR).reason).toMatchObject({
      evidence: { uncoveredYear: 2023 },
    });
  });

  it('runs into 2024 in calendar days all the same', () => {
    expect(due('2023-12-28', 5, false).dueOn).toBe('2024-01-02');
  });

  it('is 11 March instead of 6 March where the five days of 3 to 7 March do not count', () => {
    expect(due('2023-03-01', 5, false, [still('2023-03-02', '2023-03-07')]).dueOn).toBe('2023-03-11');
  });

  it('moves by no day for a stop that begins on the last day, and by one for one that begins the day before', () => {
    expect(due('2023-03-01', 5, false, [still('2023-03-06', '2023-03-07')]).dueOn).toBe('2023-03-06');
    expect(due('2023-03-01', 5, false, [still('2023-03-05', '2023-03-06')]).dueOn).toBe('2023-03-07');
  });

  it('does not count a day twice that two stops share', () => {
    const stopped = [still('2023-03-02', '2023-03-05'), still('2023-03-03', '2023-03-07')];
    expect(due('2023-03-01', 5, false, stopped).dueOn).toBe('2023-03-11');
  });

  it('takes out of five working days the three that a notice from Friday 3 to Wednesday 8 March takes', () => {
    expect(due('2023-03-01', 5, true, [still('2023-03-03', '2023-03-08')]).dueOn).toBe('2023-03-13');
  });

  it('needs no holidays of days that do not count', () => {
    expect(due('2023-12-28', 1, true, [still('2023-12-28', '2024-01-31')]).reason).toMatchObject({
      evidence: { uncoveredYear: 2024 },
    });
    expect(due('2022-12-01', 1, true, [still('2022-12-01', '2022-12-31')]).dueOn).toBe('2023-01-03');
  });

  it('is left open with the days that are left while papers are away, and told where it was over before', () => {
    expect(due('2023-03-01', 5, false, [still('2023-03-05', null)])).toMatchObject({
      dueOn: null,
      reason: { code: 'count-stopped', article: 'G', evidence: { left: 1, after: '2023-03-05' } },
    });
    expect(due('2023-03-01', 5, false, [still('2023-03-06', null)]).dueOn).toBe('2023-03-06');
  });
});
