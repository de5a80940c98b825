import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { cohortOutcome, isOver, supportDueOn } from '../../../src/domain/statistics/case-cohort.js';
import { chineseHolidayCalendar } from '../../../src/features/province/index.js';

describe('cohortOutcome', () => {
  it('tells nought of those whose time is over from what nobody knows yet', () => {
    expect(cohortOutcome(8, 0)).toEqual({ observed: 8, reached: 0, rate: 0 });
    expect(cohortOutcome(3, 1)).toEqual({ observed: 3, reached: 1, rate: 0.333333 });
    expect(cohortOutcome(0, 0)).toEqual({ observed: 0, reached: null, rate: null });
  });
});

describe('isOver', () => {
  it('holds from the day after the last day of the time on', () => {
    expect(isOver(date('2023-05-31'), 6, date('2023-11-30'))).toBe(false);
    expect(isOver(date('2023-05-31'), 6, date('2023-12-01'))).toBe(true);
  });
});

describe('supportDueOn', () => {
  const holidays = chineseHolidayCalendar();
  const limits = [
    { from: date('2022-01-01'), limit: { amount: 1, unit: 'MONTHS' as const } },
    { from: date('2023-01-01'), limit: { amount: 10, unit: 'CALENDAR_DAYS' as const } },
  ];

  it('takes the limit in force on the day of identification, and none before the first', () => {
    expect(supportDueOn(date('2022-12-31'), limits, holidays)).toBe('2023-01-31');
    expect(supportDueOn(date('2023-01-01'), limits, holidays)).toBe('2023-01-11');
    expect(supportDueOn(date('2021-12-31'), limits, holidays)).toBeNull();
  });
});
