import { describe, expect, it } from 'vitest';
import { daysLate, foundOn, identificationDue } from '../../../src/domain/case/identification-due.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { CALENDAR_2023 } from '../procedure/a-procedure.js';

describe('foundOn', () => {
  it('is the day of the earliest lead, 5 March, and the opening itself where none is earlier', () => {
    expect(foundOn(date('2023-03-07'), [date('2023-03-06'), date('2023-03-05')])).toBe('2023-03-05');
    expect(foundOn(date('2023-03-07'), [])).toBe('2023-03-07');
    expect(foundOn(date('2023-03-07'), [date('2023-03-08')])).toBe('2023-03-07');
  });
});

describe('identificationDue', () => {
  it('counts calendar days, and working days over National Day: ten from 28 September end on 18 October', () => {
    const [fifteen, ten] = [
      { amount: 15, unit: 'CALENDAR_DAYS' as const },
      { amount: 10, unit: 'WORKING_DAYS' as const },
    ];
    expect(identificationDue(date('2023-03-06'), fifteen, CALENDAR_2023)).toBe('2023-03-21');
    expect(identificationDue(date('2023-09-28'), ten, CALENDAR_2023)).toBe('2023-10-18');
  });

  it('is null without a limit, and where working days run into a year that nobody has announced', () => {
    expect(identificationDue(date('2023-03-06'), null, CALENDAR_2023)).toBeNull();
    expect(identificationDue(date('2023-12-29'), { amount: 1, unit: 'WORKING_DAYS' }, CALENDAR_2023)).toBeNull();
  });
});

describe('daysLate', () => {
  const dueOn = date('2023-03-21');
  const late = (doneOn: string | null, today = '2023-12-31') =>
    daysLate({ dueOn, doneOn: doneOn === null ? null : date(doneOn) }, date(today));

  it('is 0 on the last day, 1 the day after, and stays when later days come', () => {
    expect([late('2023-03-20'), late('2023-03-21'), late('2023-03-22'), late('2023-04-21')]).toEqual([0, 0, 1, 31]);
  });

  it('grows while it waits: 0 today on the last day, 1 tomorrow', () => {
    expect([late(null, '2023-03-21'), late(null, '2023-03-22')]).toEqual([0, 1]);
  });

  it('is null where there is no deadline', () => {
    expect(daysLate({ dueOn: null, doneOn: null }, date('2023-03-22'))).toBeNull();
  });
});
