import { describe, expect, it } from 'vitest';
import { afterRun } from '../../../src/domain/case/after-run.js';
import type { CaseFacts } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { ProcedureKind, StepOutcome } from '../../../src/domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../../src/domain/procedure/procedure-run.js';
import { anIdentification, aRun, DAYS, done, passedUntil, passing } from '../procedure/a-procedure.js';
import { aCase, aMeasure } from './a-case.js';

const definition = anIdentification();
const whole = done({ definition, run: passedUntil(definition, 'county', DAYS) }, passing('county', '2023-03-15'));
const ended = (kind: ProcedureKind, outcome: StepOutcome, endedOn = '2023-03-20'): ProcedureRun => ({
  ...whole,
  kind,
  outcome,
  endedOn: date(endedOn),
});
const caseAfter = (facts: Partial<CaseFacts>, run: ProcedureRun, mode?: 'NATURAL') =>
  afterRun({ facts: aCase(facts), run, definition, ...(mode === undefined ? {} : { mode }) });
const under = { status: 'UNDER_IDENTIFICATION', identifiedOn: null } as const;

describe('afterRun', () => {
  it('monitors a household from the county decision of 15 March, though the run ended on 20 March', () => {
    expect(caseAfter(under, ended('IDENTIFICATION', 'PASSED'))).toMatchObject({
      status: 'MONITORED',
      identifiedOn: '2023-03-15',
    });
    expect(caseAfter(under, ended('EMERGENCY_IDENTIFICATION', 'PASSED'))).toMatchObject({ status: 'MONITORED' });
  });

  it('leaves a rejected household not identified, its urgent help untouched', () => {
    const measures = [aMeasure({ urgent: true })];
    expect(caseAfter({ ...under, measures }, ended('IDENTIFICATION', 'REJECTED'))).toMatchObject({
      status: 'NOT_IDENTIFIED',
      identifiedOn: null,
      measures: [],
    });
  });

  it('eliminates from the county decision, in the mode that was requested, and ends continued support', () => {
    const facts = { status: 'UNDER_ELIMINATION', supportContinued: true } as const;
    expect(caseAfter(facts, ended('ELIMINATION', 'PASSED'), 'NATURAL')).toMatchObject({
      status: 'RISK_ELIMINATED',
      eliminatedOn: '2023-03-15',
      eliminationMode: 'NATURAL',
      supportContinued: false,
      identifiedOn: '2023-01-10',
    });
    expect(caseAfter(facts, ended('ELIMINATION', 'PASSED')).eliminationMode).toBe('SUPPORTED');
  });

  it('monitors on when the elimination is rejected', () => {
    expect(caseAfter({ status: 'UNDER_ELIMINATION' }, ended('ELIMINATION', 'REJECTED'))).toMatchObject({
      status: 'MONITORED',
      eliminatedOn: null,
      eliminationMode: null,
    });
  });

  it('approves what is planned when support passes, cancels it when it is rejected, and leaves the rest', () => {
    const measures = [
      aMeasure({ id: 'a', status: 'PLANNED' }),
      aMeasure({ id: 'b' }),
      aMeasure({ id: 'c', status: 'PLANNED' }),
    ];
    expect(caseAfter({ measures }, ended('SUPPORT', 'PASSED'))).toMatchObject({
      status: 'MONITORED',
      measures: [
        { id: 'a', status: 'APPROVED' },
        { id: 'c', status: 'APPROVED' },
      ],
    });
    expect(caseAfter({ measures }, ended('SUPPORT', 'REJECTED')).measures[0]?.status).toBe('CANCELLED');
  });

  it('throws while the run is under way', () => {
    expect(() => caseAfter(under, aRun(definition))).toThrow(RangeError);
  });
});
