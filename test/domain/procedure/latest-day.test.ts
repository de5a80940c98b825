import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { latestDay } from '../../../src/domain/procedure/latest-day.js';

describe('latestDay', () => {
  it('is the latest of several days and never before the one given', () => {
    const floor = date('2023-03-01');
    expect(latestDay(floor, [date('2023-03-05'), date('2023-03-04')])).toBe('2023-03-05');
    expect(latestDay(floor, [date('2023-02-28')])).toBe('2023-03-01');
    expect(latestDay(floor, [])).toBe('2023-03-01');
  });
});
