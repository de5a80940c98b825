import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { announcedUntil } from '../../../src/domain/procedure/announced-until.js';
import { anIdentification, aStep } from './a-procedure.js';

const ANNOUNCEMENT = aStep('RESULT_ANNOUNCEMENT', 'announcement', ['county'], { outcomes: ['PASSED', 'RETURNED'] });
const withNotices = (...days: (number | null)[]) => ({
  ...anIdentification(),
  steps: [
    ...days.map((minimumNoticeDays, at) => aStep('PUBLIC_NOTICE', `notice-${at}`, [], { minimumNoticeDays })),
    aStep('COUNTY_DECISION', 'county', []),
    ANNOUNCEMENT,
  ],
});
const announced = { code: 'announcement', completedOn: date('2023-03-15'), outcome: 'PASSED' } as const;

describe('announcedUntil', () => {
  it('shows a result of 15 March through the 20th where notices hang 5 days, and through the 22nd where one hangs 7', () => {
    expect(announcedUntil(withNotices(5), announced)).toBe('2023-03-20');
    expect(announcedUntil(withNotices(5, 7), announced)).toBe('2023-03-22');
    expect(announcedUntil(withNotices(null), announced)).toBe('2023-03-16');
  });

  it('is null for a step that is no announcement, that waits, or that sent the run back', () => {
    const definition = withNotices(5);
    expect(announcedUntil(definition, { ...announced, code: 'county' })).toBeNull();
    expect(announcedUntil(definition, { ...announced, completedOn: null, outcome: null })).toBeNull();
    expect(announcedUntil(definition, { ...announced, outcome: 'RETURNED' })).toBeNull();
  });
});
