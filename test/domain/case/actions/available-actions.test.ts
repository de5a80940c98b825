import { describe, expect, it } from 'vitest';
import type { ActionQuestion, AvailableAction } from '../../../../src/domain/case/actions/available-action.js';
import { availableActions, isAllowed } from '../../../../src/domain/case/actions/available-actions.js';
import { fails } from '../../../../src/domain/elimination/gate.js';
import type { Role } from '../../../../src/domain/jurisdiction/role.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../../src/domain/kernel/region-code.js';
import { anIdentification, aRun, CALENDAR_2023 } from '../../procedure/a-procedure.js';
import { aCase, aMeasure, RISK_TYPES } from '../a-case.js';

const VILLAGE = '430121001001' as RegionCode;
const identification = anIdentification();

function ask(role: Role, set: Partial<ActionQuestion> = {}): AvailableAction[] {
  return availableActions({
    grants: [{ role, region: VILLAGE.slice(0, role === 'VILLAGE_WORKER' ? 12 : 6) }],
    actor: 'li',
    regionCode: VILLAGE,
    today: date('2023-03-10'),
    facts: aCase(),
    formerStatus: 'GENERAL',
    definitionOf: () => identification,
    holidays: CALENDAR_2023,
    riskTypes: RISK_TYPES,
    instruments: [],
    hasLabour: true,
    objections: [],
    servesSince: null,
    eliminationMode: null,
    gates: () => [],
    rollbackLastDay: null,
    hasOtherOpenCase: false,
    ...set,
  });
}

const allowedOf = (actions: readonly AvailableAction[]): string[] => [
  ...new Set(actions.filter(isAllowed).map(({ action }) => action)),
];
const entry = (actions: readonly AvailableAction[], action: string, choice = {}): AvailableAction =>
  actions.find(
    (one) => one.action === action && Object.entries(choice).every(([key, value]) => one.choice[key] === value),
  )!;

describe('availableActions', () => {
  it('lets a village of a monitored case request elimination and nothing of the township or county', () => {
    const actions = ask('VILLAGE_WORKER');
    expect(allowedOf(actions)).toEqual(['requestElimination']);
    expect(entry(actions, 'planSupport').reasons).toMatchObject([{ code: 'FORBIDDEN', article: '5.1' }]);
  });

  it('tells a county officer of another county that the level is wrong, and no one that it is forbidden', () => {
    const actions = ask('COUNTY_OFFICER', { grants: [{ role: 'COUNTY_OFFICER', region: '430181' }] });
    expect(actions.filter(isAllowed)).toEqual([]);
    expect(new Set(actions.map(({ reasons }) => reasons[0]?.code))).toEqual(new Set(['WRONG_LEVEL']));
  });

  it('offers each outcome of the current step with its section, and none of the steps that wait', () => {
    const facts = aCase({ status: 'UNDER_IDENTIFICATION', identifiedOn: null, runs: [aRun(identification)] });
    const steps = ask('VILLAGE_WORKER', { facts }).filter(({ action }) => action === 'completeStep');
    expect(steps.map(({ step, choice, section }) => [step, choice['outcome'], section])).toEqual([
      ['verification', 'PASSED', 'verification'],
      ['verification', 'REJECTED', 'verification'],
    ]);
    expect(steps.every(isAllowed)).toBe(true);
  });

  it('gives every shut gate as a reason against elimination, for a case that no run holds up', () => {
    const shut = [fails('stability', '弱', 'weak'), fails('risks-resolved', '未化解', 'open')];
    const actions = ask('VILLAGE_WORKER', { gates: () => shut });
    expect(entry(actions, 'requestElimination', { mode: 'SUPPORTED' }).reasons.map(({ message }) => message)).toEqual([
      'stability: weak',
      'risks-resolved: open',
    ]);
  });

  it('lets an elimination be taken back on 10 March with 10 March as the last day, and not with 9 March', () => {
    const facts = aCase({ status: 'RISK_ELIMINATED', eliminatedOn: date('2023-03-01') });
    const on = (lastDay: string) =>
      isAllowed(entry(ask('COUNTY_OFFICER', { facts, rollbackLastDay: date(lastDay) }), 'rollBackElimination'));
    expect([on('2023-03-10'), on('2023-03-09')]).toEqual([true, false]);
  });

  it('names a new person responsible from the day after the one before began, not on that day', () => {
    const since = (day: string) =>
      isAllowed(entry(ask('COUNTY_OFFICER', { servesSince: date(day) }), 'assignResponsiblePerson'));
    expect([since('2023-03-09'), since('2023-03-10')]).toEqual([true, false]);
  });

  it('lets what is planned be neither delivered nor concluded, and what was delivered be completed', () => {
    const facts = aCase({
      measures: [
        aMeasure({ id: 'planned', status: 'PLANNED' }),
        aMeasure({ id: 'delivered', firstDeliveredOn: date('2023-02-01') }),
      ],
    });
    const measures = ask('COUNTY_OFFICER', { facts }).filter(({ subject }) => subject?.type === 'SupportMeasure');
    expect(
      measures.filter(isAllowed).map(({ action, subject, choice }) => [action, subject?.id, choice['status']]),
    ).toEqual([
      ['recordDelivery', 'delivered', undefined],
      ['concludeMeasure', 'delivered', 'COMPLETED'],
      ['concludeMeasure', 'delivered', 'CANCELLED'],
    ]);
  });

  it('lets a decision pass that fits the former status, and not one whose category a correction has overtaken (R02)', () => {
    const run = aRun(identification);
    const steps = run.steps.map((step) =>
      step.code === 'county'
        ? { ...step, status: 'CURRENT' as const, startedOn: date('2023-03-08') }
        : { ...step, status: 'DONE' as const, outcome: 'PASSED' as const, completedOn: date('2023-03-08') },
    );
    const facts = aCase({ status: 'UNDER_IDENTIFICATION', identifiedOn: null, runs: [{ ...run, steps }] });
    const passes = (formerStatus: 'GENERAL' | 'FORMERLY_POOR') =>
      entry(ask('COUNTY_OFFICER', { facts, formerStatus }), 'completeStep', { outcome: 'PASSED' });
    expect(isAllowed(passes('GENERAL'))).toBe(true);
    expect(passes('FORMERLY_POOR').reasons).toMatchObject([{ code: 'RULE_VIOLATION', article: '2.1' }]);
  });

  it('lets a closed case have nothing done but what takes the end back, or puts a mistake right', () => {
    const facts = aCase({ status: 'RISK_ELIMINATED', eliminatedOn: date('2023-03-01') });
    expect(allowedOf(ask('COUNTY_OFFICER', { facts }))).toEqual(['rollBackElimination', 'correctRecord']);
  });
});
