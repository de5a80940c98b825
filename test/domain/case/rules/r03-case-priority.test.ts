import { describe, expect, it } from 'vitest';
import { casePriority, compareUrgency } from '../../../../src/domain/case/rules/r03-case-priority.js';
import { SPECIAL_GROUPS } from '../../../../src/domain/household/household.js';
import type { CalendarDate } from '../../../../src/domain/kernel/calendar-date.js';

describe('casePriority', () => {
  it('ranks every special group before a household without one, ranked or not', () => {
    for (const group of SPECIAL_GROUPS) expect(casePriority([group])).toBeLessThan(casePriority([]));
    expect([casePriority([]), casePriority(['OTHER'])]).toEqual([100, 99]);
  });

  it('follows the province: severe disability second of two, and the better of two groups counts', () => {
    const ranking = ['CRITICAL_ILLNESS', 'SEVERE_DISABILITY'] as const;
    expect(casePriority(['SEVERE_DISABILITY'], ranking)).toBe(1);
    expect(casePriority(['SEVERE_DISABILITY', 'CRITICAL_ILLNESS'], ranking)).toBe(0);
    expect(casePriority(['OTHER'], ranking)).toBe(99);
  });
});

describe('compareUrgency', () => {
  it('puts a special group due in June before others overdue since January, then the earlier day, then none', () => {
    const entry = (priority: number, dueOn: string | null) => ({ priority, dueOn: dueOn as CalendarDate | null });
    const sorted = [entry(100, null), entry(100, '2023-01-02'), entry(99, '2023-06-01'), entry(100, '2023-01-01')].sort(
      compareUrgency,
    );
    expect(sorted.map(({ dueOn }) => dueOn)).toEqual(['2023-06-01', '2023-01-01', '2023-01-02', null]);
    expect(compareUrgency(entry(1, null), entry(1, null))).toBe(0);
  });
});
