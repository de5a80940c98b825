import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type HolidayCalendar, holidayCalendar } from '../../../src/domain/kernel/working-days.js';
import { completeStep } from '../../../src/domain/procedure/complete-step.js';
import type {
  ProcedureDefinition,
  ProcedureKind,
  StepDefinition,
  StepKind,
} from '../../../src/domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../../src/domain/procedure/procedure-run.js';
import { startRun } from '../../../src/domain/procedure/start-run.js';
import type { EvidenceGiven, StepAct } from '../../../src/domain/procedure/step-act.js';

/** 2023 with the days around National Day as announced: off 29 September to 6 October, 7 and 8 October worked. */
export const CALENDAR_2023: HolidayCalendar = holidayCalendar([
  {
    year: 2023,
    daysOff: [
      date('2023-01-02'),
      ...['29', '30'].map((day) => date(`2023-09-${day}`)),
      ...['01', '02', '03', '04', '05', '06'].map((day) => date(`2023-10-${day}`)),
    ],
    workingWeekends: [date('2023-10-07'), date('2023-10-08')],
  },
]);

/** Gives `prefix-1`, `prefix-2`, … */
export function counter(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}-${++next}`;
}

export function aStep(
  kind: StepKind,
  code: string,
  after: readonly string[],
  set: Partial<StepDefinition> = {},
): StepDefinition {
  return {
    code,
    name: code,
    nameEn: code,
    kind,
    level: 'VILLAGE',
    after,
    deadlineDays: null,
    workingDays: false,
    minimumNoticeDays: kind === 'PUBLIC_NOTICE' ? 5 : null,
    quorumPercent: null,
    majorityPercent: null,
    outcomes: ['PASSED', 'RETURNED', 'REJECTED'],
    requiredEvidence: [],
    extraForm: null,
    article: '3.2',
    ...set,
  };
}

/** The identification procedure of the guide: seven steps, one after the other. */
export function anIdentification(
  change: (step: StepDefinition) => StepDefinition = (step) => step,
): ProcedureDefinition {
  const steps = [
    aStep('HOUSEHOLD_VERIFICATION', 'verification', [], { outcomes: ['PASSED', 'REJECTED'], deadlineDays: 5 }),
    aStep('COMMITMENT_AUTHORIZATION', 'commitment', ['verification'], { outcomes: ['PASSED', 'REJECTED'] }),
    aStep('DATA_COMPARISON', 'comparison', ['commitment'], { level: 'COUNTY' }),
    aStep('DEMOCRATIC_REVIEW', 'review', ['comparison']),
    aStep('PUBLIC_NOTICE', 'notice', ['review']),
    aStep('TOWNSHIP_REVIEW', 'township', ['notice'], { level: 'TOWNSHIP' }),
    aStep('COUNTY_DECISION', 'county', ['township'], { level: 'COUNTY' }),
  ].map(change);
  return aProcedure('IDENTIFICATION', steps);
}

export function aProcedure(kind: ProcedureKind, steps: readonly StepDefinition[]): ProcedureDefinition {
  return { kind, name: kind, nameEn: kind, limitDays: null, limitInWorkingDays: false, steps };
}

export function aRun(definition: ProcedureDefinition, startedOn = '2023-03-01'): ProcedureRun {
  return startRun({
    kind: definition.kind,
    definition,
    startedOn: date(startedOn),
    configVersion: 'c0ffee',
    newId: counter('step'),
    holidays: CALENDAR_2023,
  });
}

export const SHA = 'a'.repeat(64);
export const aPaper = (kind = 'photo'): EvidenceGiven => ({ kind, title: kind, sha256: SHA });

/** An act that passes a step of `anIdentification()`, with the section that its kind calls for. */
export function passing(step: string, occurredOn: string, set: Partial<StepAct> = {}): StepAct {
  const sections: Record<string, Partial<StepAct>> = {
    verification: {
      verification: {
        visitors: ['v-1', 'v-2'],
        mode: 'VISIT',
        findings: 'own share of medical bills is heavy',
        category: 'MARGINAL_AT_RISK',
        risks: [{ riskType: 'illness', primary: true }],
      },
    },
    commitment: { commitment: { signedBy: 'head', truthful: true, authorizesLookup: true } },
    comparison: { comparison: { departments: ['CIVIL_AFFAIRS'], discrepancies: [] } },
    review: { review: { eligible: 40, attended: 30, inFavour: 25, against: 3, abstained: 2 } },
    township: { decision: { decidedBy: 'township-officer' } },
    county: { decision: { decidedBy: 'county-officer' } },
    announcement: { announcement: { issuedBy: 'township', place: 'board of the village' } },
  };
  return { step, outcome: 'PASSED', occurredOn: date(occurredOn), ...sections[step], ...set };
}

export interface Given {
  readonly definition: ProcedureDefinition;
  readonly run: ProcedureRun;
  readonly today?: string;
  readonly actor?: string;
  readonly authorizedEarlier?: boolean;
  readonly authorizationWithdrawnOn?: ReturnType<typeof date>;
}

export function complete(given: Given, act: StepAct) {
  return completeStep({
    ...given,
    act,
    today: date(given.today ?? '2023-12-31'),
    actor: given.actor ?? `does-${act.step}`,
    newId: counter(`new-${act.step}`),
    holidays: CALENDAR_2023,
  });
}

/** Completes a step that must succeed. */
export function done(given: Given, act: StepAct): ProcedureRun {
  const result = complete(given, act);
  if ('refusals' in result) throw new Error(JSON.stringify(result.refusals));
  return result.run;
}

/** Codes of the refusals of an act, with their paths. */
export function refusalsOf(given: Given, act: StepAct): string[] {
  const result = complete(given, act);
  return 'refusals' in result ? result.refusals.map((refusal) => `${refusal.code} ${refusal.path.join('.')}`) : [];
}

/** The run with every step before `code` passed on the given days, in the order of the definition. */
export function passedUntil(definition: ProcedureDefinition, code: string, days: readonly string[]): ProcedureRun {
  let run = aRun(definition);
  for (const [index, step] of definition.steps.entries()) {
    if (step.code === code) break;
    if (step.kind === 'PUBLIC_NOTICE') run = withNotice(run, step.code, '2023-03-05', '2023-03-10');
    run = done({ definition, run }, passing(step.code, days[index] ?? '2023-03-20'));
  }
  return run;
}

/** Puts a notice on the current attempt of a step. */
export function withNotice(
  run: ProcedureRun,
  code: string,
  opensOn: string,
  closesOn: string,
  set: { openObjections?: number; enteredOn?: string } = {},
): ProcedureRun {
  const notice = {
    opensOn: date(opensOn),
    closesOn: date(closesOn),
    openObjections: set.openObjections ?? 0,
    ...(set.enteredOn === undefined ? {} : { enteredOn: date(set.enteredOn) }),
  };
  const steps = run.steps.map((step) => (step.code === code && step.status === 'CURRENT' ? { ...step, notice } : step));
  return { ...run, steps };
}

/** `code status attempt` of every attempt, for a picture of the run in one line each. */
export const picture = (run: ProcedureRun): string[] =>
  run.steps.map((step) => `${step.code}#${step.attempt} ${step.status}${step.outcome ? ` ${step.outcome}` : ''}`);

/** Days of a run through `anIdentification()`, up to the notice. */
export const DAYS = ['2023-03-02', '2023-03-02', '2023-03-04', '2023-03-05', '2023-03-11', '2023-03-13'];
