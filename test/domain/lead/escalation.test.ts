import { expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { escalatedUpTo } from '../../../src/domain/lead/escalation.js';
import { chineseHolidayCalendar } from '../../../src/features/province/index.js';

const holidays = chineseHolidayCalendar();

it('has risen a calendar day after the deadline, and not on it', () => {
  expect(escalatedUpTo(date('2023-11-16'), { amount: 1, unit: 'CALENDAR_DAYS' }, holidays)).toBe('2023-11-15');
});

it('rises after 3 working days: due on Wednesday 27 September 2023, on 8 October, after the holidays and two make-up days', () => {
  const after = { amount: 3, unit: 'WORKING_DAYS' } as const;
  expect(escalatedUpTo(date('2023-10-08'), after, holidays)).toBe('2023-09-27');
  expect(escalatedUpTo(date('2023-10-07'), after, holidays)).toBe('2023-09-26');
});

it('has risen a month after a deadline of 31 October on 30 November', () => {
  expect(escalatedUpTo(date('2023-11-30'), { amount: 1, unit: 'MONTHS' }, holidays)).toBe('2023-10-31');
  expect(escalatedUpTo(date('2023-11-29'), { amount: 1, unit: 'MONTHS' }, holidays)).toBe('2023-10-29');
});
