import { describe, expect, it } from 'vitest';
import { mayStartRun, statusDuringRun } from '../../../src/domain/case/may-start-run.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { PROCEDURE_KINDS } from '../../../src/domain/procedure/procedure-definition.js';
import { anIdentification, aRun } from '../procedure/a-procedure.js';
import { aCase, said } from './a-case.js';

describe('mayStartRun', () => {
  it('starts identification while under identification, support and elimination while monitored, nothing else', () => {
    const allowed = PROCEDURE_KINDS.map((kind) =>
      CASE_STATUSES.filter((status) => mayStartRun(aCase({ status }), kind).length === 0),
    );
    expect(allowed).toEqual([['UNDER_IDENTIFICATION'], ['UNDER_IDENTIFICATION'], ['MONITORED'], ['MONITORED']]);
  });

  it('starts none beside a run under way, and one after it has ended', () => {
    const run = aRun(anIdentification());
    expect(said(mayStartRun(aCase({ runs: [run] }), 'SUPPORT'))).toEqual(['INVALID_STATE caseId']);
    const ended = { ...run, endedOn: date('2023-03-15'), outcome: 'PASSED' as const };
    expect(mayStartRun(aCase({ runs: [ended] }), 'SUPPORT')).toEqual([]);
  });
});

describe('statusDuringRun', () => {
  it('is UNDER_ELIMINATION during an elimination and unchanged during support', () => {
    expect(statusDuringRun('MONITORED', 'ELIMINATION')).toBe('UNDER_ELIMINATION');
    expect(statusDuringRun('MONITORED', 'SUPPORT')).toBe('MONITORED');
    expect(statusDuringRun('UNDER_IDENTIFICATION', 'IDENTIFICATION')).toBe('UNDER_IDENTIFICATION');
  });
});
