import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { isSupportOverdue, isWithoutSupport } from '../../../../src/domain/support/rules/r14-support-overdue.js';
import { aCase, aMeasure } from '../../case/a-case.js';

const due = date('2023-02-10');
const overdue = (on: string, set = {}) => isSupportOverdue(aCase(set), due, date(on));

describe('isSupportOverdue', () => {
  it('is not on the last day, 10 February 2023, a month after identification, and is on 11 February', () => {
    expect(overdue('2023-02-10')).toBe(false);
    expect(overdue('2023-02-11')).toBe(true);
  });

  it('is not once something was delivered, and is while measures are only approved', () => {
    const delivered = [aMeasure({ firstDeliveredOn: date('2023-02-11') })];
    expect(overdue('2023-02-11', { measures: delivered })).toBe(false);
    expect(overdue('2023-02-11', { measures: [aMeasure({ status: 'APPROVED' })] })).toBe(true);
  });

  it('answers a past day by what had been delivered then', () => {
    const later = [aMeasure({ firstDeliveredOn: date('2023-03-01') })];
    expect(isWithoutSupport(aCase({ measures: later }), date('2023-02-28'))).toBe(true);
    expect(isWithoutSupport(aCase({ measures: later }), date('2023-03-01'))).toBe(false);
  });

  it('is not for a case that is not monitored, or where no limit is known', () => {
    expect(overdue('2023-12-31', { status: 'UNDER_IDENTIFICATION' })).toBe(false);
    expect(isSupportOverdue(aCase(), null, date('2023-12-31'))).toBe(false);
  });
});
