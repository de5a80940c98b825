import { describe, expect, it } from 'vitest';
import { isOpen, openRun } from '../../../src/domain/case/is-open.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { anIdentification, aRun } from '../procedure/a-procedure.js';

describe('isOpen', () => {
  it('holds for three of six statuses', () => {
    expect(CASE_STATUSES.filter(isOpen)).toEqual(['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION']);
  });
});

describe('openRun', () => {
  it('is the run that has not ended, or none', () => {
    const run = aRun(anIdentification());
    const ended = { ...run, id: 'earlier', endedOn: date('2023-03-01') };
    expect(openRun({ runs: [ended, run] })?.id).toBe(run.id);
    expect(openRun({ runs: [ended] })).toBeNull();
  });
});
