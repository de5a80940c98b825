import { describe, expect, it } from 'vitest';
import {
  daysLate,
  foundOn,
  identificationDue,
  identificationDueNow,
} from '../../../src/domain/case/identification-due.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { holidayCalendar } from '../../../src/domain/kernel/working-days.js';
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

describe('identificationDueNow', () => {
  const fifteen = { amount: 15, unit: 'CALENDAR_DAYS' } as const;
  const now = (known: string | null, firstReportedOn: string | null, limit: typeof fifteen | null = fifteen) =>
    identificationDueNow(
      {
        known: known === null ? null : date(known),
        openedOn: date('2023-03-06'),
        firstReportedOn: firstReportedOn === null ? null : date(firstReportedOn),
      },
      () => limit,
      CALENDAR_2023,
    );

  it('is told where it was not, from the opening of 6 March: 21 March; and is none without a limit', () => {
    expect([now(null, null), now(null, '2023-03-06'), now(null, null, null)]).toEqual([
      '2023-03-21',
      '2023-03-21',
      null,
    ]);
  });

  it('moves a day forward for a lead of the day before the opening, and not for one of the day itself', () => {
    expect([now('2023-03-21', '2023-03-05'), now('2023-03-21', '2023-03-06')]).toEqual(['2023-03-20', '2023-03-21']);
  });

  it('never moves back, whatever is known now', () => {
    expect([now('2023-03-19', '2023-03-05'), now('2023-03-19', null)]).toEqual(['2023-03-19', '2023-03-19']);
    expect(now('2023-03-19', '2023-03-05', null)).toBe('2023-03-19');
  });

  it('stays untold where working days run into a year that nobody has announced, and is told once it is', () => {
    const known = { known: null, openedOn: date('2023-12-29'), firstReportedOn: null };
    const tomorrow = () => ({ amount: 1, unit: 'WORKING_DAYS' }) as const;
    expect(identificationDueNow(known, tomorrow, CALENDAR_2023)).toBeNull();
    const announced = holidayCalendar([
      { year: 2023, daysOff: [], workingWeekends: [] },
      { year: 2024, daysOff: [date('2024-01-01')], workingWeekends: [] },
    ]);
    expect(identificationDueNow(known, tomorrow, announced)).toBe('2024-01-02');
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
