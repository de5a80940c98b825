import { describe, expect, it } from 'vitest';
import { caseDifferences } from '../../../../src/domain/case/rebuild/case-differences.js';
import { rebuildCase } from '../../../../src/domain/case/rebuild/rebuild-case.js';
import type { CaseEvent, RebuiltCase } from '../../../../src/domain/case/rebuild/rebuilt-case.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { anIdentification, aProcedure, aStep, CALENDAR_2023 } from '../../procedure/a-procedure.js';

const identification = anIdentification();
const support = aProcedure('SUPPORT', [aStep('DEMOCRATIC_REVIEW', 'review', [])]);
const world = {
  definitionOf: ({ kind }: { kind: string }) => (kind === 'SUPPORT' ? support : identification),
  holidays: CALENDAR_2023,
};

const event = (action: string, occurredOn: string, change: Record<string, unknown>): CaseEvent => ({
  action,
  occurredOn: date(occurredOn),
  change,
});
const opening = event('openCase', '2023-03-01', {
  status: 'UNDER_IDENTIFICATION',
  channel: 'PETITION',
  emergency: false,
  procedure: 'IDENTIFICATION',
  configVersion: 'v1',
  version: 1,
});
const rebuild = (...events: CaseEvent[]): RebuiltCase => rebuildCase([opening, ...events], world)!;

describe('rebuildCase', () => {
  it('is nothing without the event that opens it', () => {
    expect(rebuildCase([], world)).toBeNull();
    expect(rebuildCase([event('completeStep', '2023-03-02', {})], world)).toBeNull();
  });

  it('opens the step behind one that was done, on the day it was done, and takes the risks that it proposed', () => {
    const risks = [{ riskType: 'illness', primary: true }];
    const done = { step: 'verification', outcome: 'PASSED', category: 'MARGINAL_AT_RISK', risks, version: 2 };
    const built = rebuild(event('completeStep', '2023-03-03', done));
    expect(built).toMatchObject({
      category: 'MARGINAL_AT_RISK',
      version: 2,
      risks: [{ riskType: 'illness', primary: true, identifiedOn: '2023-03-03', resolvedOn: null }],
    });
    expect(built.runs[0]!.steps[1]).toMatchObject({ code: 'commitment', status: 'CURRENT', startedOn: '2023-03-03' });
  });

  it('adds deliveries up as the events say, and keeps the earliest day, however late it was entered', () => {
    const built = rebuild(
      event('planSupport', '2023-03-04', {
        configVersion: 'v1',
        measures: [{ measureId: 'm', instrument: 'i', timing: 'PREVENTIVE' }],
        version: 2,
      }),
      event('completeStep', '2023-03-05', { step: 'review', outcome: 'PASSED', status: 'MONITORED', version: 3 }),
      event('recordDelivery', '2023-03-09', { measureId: 'm', delivered: '100.00', version: 4 }),
      event('recordDelivery', '2023-03-07', { measureId: 'm', delivered: '250.50', version: 5 }),
    );
    expect(built.measures).toEqual([
      {
        id: 'm',
        instrument: 'i',
        status: 'IN_PROGRESS',
        timing: 'PREVENTIVE',
        delivered: 25_050,
        firstDeliveredOn: '2023-03-07',
      },
    ]);
    expect(built.supportedOn).toBe('2023-03-07');
  });

  it('knows who provides a measure by a digest: as planned, as corrected since, and not where the events are of before', () => {
    const planned = (more: object) =>
      event('planSupport', '2023-03-04', {
        configVersion: 'v1',
        measures: [{ measureId: 'm', instrument: 'i', timing: 'PREVENTIVE', ...more }],
        version: 2,
      });
    const corrected = event('correctRecord', '2023-03-05', {
      subject: 'SupportMeasure',
      measureId: 'm',
      measure: { delivered: '0.00', firstDeliveredOn: null, timing: 'PREVENTIVE', provider: 'digest-2' },
      supportedOn: null,
      version: 3,
    });
    const providers = (...events: CaseEvent[]) => rebuild(...events).measures.map(({ provider }) => provider);
    expect(providers(planned({ provider: 'digest-1' }))).toEqual(['digest-1']);
    expect(providers(planned({ provider: null }), corrected)).toEqual(['digest-2']);
    expect(providers(planned({}))).toEqual([undefined]);
    const record = (provider: string | null): RebuiltCase => {
      const built = rebuild(planned({ provider: 'digest-1' }));
      return { ...built, measures: built.measures.map((measure) => ({ ...measure, provider })) };
    };
    expect(caseDifferences(rebuild(planned({ provider: 'digest-1' })), record('digest-1'))).toEqual([]);
    for (const other of ['digest-2', null])
      expect(caseDifferences(rebuild(planned({ provider: 'digest-1' })), record(other))).toEqual(['measures']);
    expect(caseDifferences(rebuild(planned({})), record('digest-1'))).toEqual([]);
  });

  it('takes the last day of identification as the newest event knows it', () => {
    const told = { step: 'verification', outcome: 'PASSED', identificationDueOn: '2023-03-14', version: 2 };
    expect(rebuild().identificationDueOn).toBeNull();
    expect(rebuild(event('completeStep', '2023-03-03', told)).identificationDueOn).toBe('2023-03-14');
  });

  it('cancels what was only planned when the case is withdrawn, and stops its run on that day', () => {
    const built = rebuild(
      event('planSupport', '2023-03-04', {
        configVersion: 'v1',
        measures: [{ measureId: 'm', instrument: 'i', timing: 'PREVENTIVE' }],
        version: 2,
      }),
      event('withdrawCase', '2023-03-06', { reason: 'MOVED_AWAY', version: 3 }),
    );
    expect(built).toMatchObject({
      status: 'WITHDRAWN',
      withdrawalReason: 'MOVED_AWAY',
      measures: [{ status: 'CANCELLED' }],
    });
    expect(built.runs[0]).toMatchObject({ endedOn: '2023-03-06', outcome: null });
  });

  it('ends the term of one person the day before the next begins', () => {
    const assigned = (personId: string, on: string, version: number) =>
      event('assignResponsiblePerson', on, { personId, organization: 'o', version });
    const { persons } = rebuild(assigned('one', '2023-03-02', 2), assigned('two', '2023-03-10', 3));
    expect(persons.map(({ from, to }) => [from, to])).toEqual([
      ['2023-03-02', '2023-03-09'],
      ['2023-03-10', null],
    ]);
  });

  it('takes an elimination back, and a correction of the category', () => {
    const built = rebuild(
      event('correctRecord', '2023-03-02', {
        subject: 'MonitoringCase',
        corrected: { category: 'SUDDEN_SEVERE_DIFFICULTY' },
        version: 2,
      }),
      event('rollBackElimination', '2023-03-03', { status: 'MONITORED', version: 3 }),
    );
    expect(built).toMatchObject({ status: 'MONITORED', category: 'SUDDEN_SEVERE_DIFFICULTY', eliminatedOn: null });
  });
});

describe('caseDifferences', () => {
  const built = rebuild();
  it('finds none between a case and itself, whatever ids its runs have', () => {
    const again = { ...built, runs: built.runs.map((run) => ({ ...run, id: 'another' })) };
    expect(caseDifferences(built, again)).toEqual([]);
  });

  it('names each field that differs by one day, one step, one fen or one person', () => {
    const [run] = built.runs;
    const steps = run!.steps.map((step, index) => (index === 0 ? { ...step, dueOn: date('2023-03-07') } : step));
    const measure = { id: 'm', instrument: 'i', status: 'APPROVED', delivered: 1, firstDeliveredOn: null } as const;
    const other = {
      ...built,
      openedOn: date('2023-03-02'),
      runs: [{ ...run!, steps }],
      measures: [measure as unknown as RebuiltCase['measures'][number]],
      persons: [{ id: 'p', organization: 'o', from: date('2023-03-01'), to: null }],
    };
    expect(caseDifferences(built, other)).toEqual(['openedOn', 'runs', 'measures', 'persons']);
  });
});
