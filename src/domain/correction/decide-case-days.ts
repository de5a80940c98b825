import type { CaseFacts } from '../case/monitoring-case.js';
import type { CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { decisionDay } from '../procedure/decision-day.js';
import type { ProcedureDefinition } from '../procedure/procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from '../procedure/procedure-run.js';
import { stepDefinition, stepsAfter } from '../procedure/step-graph.js';
import { withStartDay, withStepDay } from '../procedure/with-step-day.js';
import { type CaseCorrection, type Corrected, inSet } from './correction.js';

/** 档案日期更正 · A case, which of its days is put right, and what bounds it. @article 3.2 */
export interface CaseDaysQuestion {
  readonly facts: CaseFacts;
  readonly set: Pick<CaseCorrection, 'openedOn' | 'identifiedOn' | 'step'>;
  /** The definition that a run follows; with a day, as it stood on that day. */
  readonly definitionOf: (run: ProcedureRun, on?: CalendarDate) => ProcedureDefinition;
  /** Last day of the household's earlier cases; null for none. */
  readonly earlierEndedOn: CalendarDate | null;
  readonly today: CalendarDate;
  readonly holidays: HolidayCalendar;
}

/** 更正后的档案日期 · The case with its days as they are, and the run that changed. @article 3.2 */
export interface CaseDays {
  readonly facts: CaseFacts;
  /** Place of the run among the case's, from 0; null where none changed. */
  readonly run: number | null;
  /** Days of the case that changed. */
  readonly set: Partial<Pick<CaseFacts, 'openedOn' | 'identifiedOn' | 'eliminatedOn'>>;
}

/**
 * 更正档案日期 · Puts right the day on which a case was opened, on which the national system identified it, or on which a step
 * happened; one at a time. The order in which things happened stays: a day lies between what came before and what came after.
 *
 * The days of a county decision are those of its step, and move with it.
 *
 * @article 3.2
 */
export function decideCaseDays(question: CaseDaysQuestion): Corrected<CaseDays> {
  const { openedOn, identifiedOn, step } = question.set;
  if ([openedOn, identifiedOn, step].filter((one) => one !== undefined).length > 1)
    return { refusals: [refuse('BAD_VALUE', 'put one day right at a time', inSet(), '3.2')] };
  if (openedOn !== undefined) return opened(question, openedOn);
  if (identifiedOn !== undefined) return identified(question, identifiedOn);
  return happened(question, step!);
}

function opened(question: CaseDaysQuestion, on: CalendarDate): Corrected<CaseDays> {
  const { facts, definitionOf, earlierEndedOn, holidays } = question;
  const at = inSet('openedOn');
  const [run] = facts.runs;
  const first = [
    ...(run?.steps.flatMap(({ completedOn }) => completedOn ?? []) ?? []),
    ...(run?.steps.flatMap(({ notice }) => notice?.opensOn ?? []) ?? []),
    ...(facts.identifiedOn === null ? [] : [facts.identifiedOn]),
    ...facts.measures.flatMap(({ firstDeliveredOn }) => firstDeliveredOn ?? []),
  ].sort()[0];
  const refusals = [
    ...sameOrAhead(on, facts.openedOn, question.today, at),
    ...(first !== undefined && on > first
      ? [order(`something happened in the case on ${first}, before ${on}`, at)]
      : []),
    ...(earlierEndedOn !== null && on < earlierEndedOn
      ? [order(`an earlier case of the household ended on ${earlierEndedOn}, after ${on}`, at)]
      : []),
  ];
  const begins = run !== undefined && run.startedOn === facts.openedOn ? run : null;
  if (begins !== null && JSON.stringify(definitionOf(begins)) !== JSON.stringify(definitionOf(begins, on))) {
    const message = `on ${on} another procedure was in force: withdraw the case as entered in error and open it anew`;
    refusals.push(refuse('RULE_VIOLATION', message, at, '3.2'));
  }
  if (refusals.length > 0) return { refusals };
  const after = begins === null ? null : withStartDay(begins, definitionOf(begins), on, holidays);
  return answer(question, 'openedOn', facts.openedOn, on, {
    run: after === null ? null : 0,
    after,
    set: { openedOn: on },
  });
}

function identified(question: CaseDaysQuestion, on: CalendarDate): Corrected<CaseDays> {
  const { facts } = question;
  const at = inSet('identifiedOn');
  if (facts.source !== 'NATIONAL_SYSTEM' || facts.identifiedOn === null) {
    const message = 'the day of identification is that of the county decision: put its step right';
    return { refusals: [refuse('INVALID_STATE', message, at, '3.2')] };
  }
  const later = [
    ...facts.runs.map(({ startedOn }) => startedOn),
    ...(facts.eliminatedOn === null ? [] : [facts.eliminatedOn]),
  ].sort()[0];
  const refusals = [
    ...sameOrAhead(on, facts.identifiedOn, question.today, at),
    ...(on < facts.openedOn ? [order(`the case was opened on ${facts.openedOn}, after ${on}`, at)] : []),
    ...(later !== undefined && on > later ? [order(`the case went on by ${later}, before ${on}`, at)] : []),
  ];
  if (refusals.length > 0) return { refusals };
  const set = { identifiedOn: on };
  return answer(question, 'identifiedOn', facts.identifiedOn, on, { run: null, after: null, set });
}

function happened(question: CaseDaysQuestion, said: NonNullable<CaseCorrection['step']>): Corrected<CaseDays> {
  const { facts, definitionOf, holidays } = question;
  const { code, attempt, on } = said;
  const isIt = (one: ProcedureStep): boolean =>
    one.code === code && one.completedOn !== null && one.actor !== null && (attempt ?? one.attempt) === one.attempt;
  const place = facts.runs.findLastIndex(({ kind, steps }) => (said.procedure ?? kind) === kind && steps.some(isIt));
  const run = facts.runs[place];
  const step = run?.steps.findLast(isIt);
  if (run === undefined || step === undefined) {
    const message = `the case has no step "${code}" that was done${attempt === undefined ? '' : ` as attempt ${attempt}`}`;
    return { refusals: [refuse('BAD_VALUE', message, inSet('step', 'code'), '3.2')] };
  }
  const definition = definitionOf(run);
  const refusals = stepRefusals(question, run, step, definition, on);
  if (refusals.length > 0) return { refusals };
  const after = withStepDay(run, definition, { code, attempt: step.attempt, on }, holidays);
  const set = decisionDays(facts, run, after, definition);
  const named = { procedure: run.kind, code, attempt: step.attempt };
  return answer(question, 'step', { ...named, on: step.completedOn }, { ...named, on }, { run: place, after, set });
}

function stepRefusals(
  { today, facts }: CaseDaysQuestion,
  run: ProcedureRun,
  step: ProcedureStep,
  definition: ProcedureDefinition,
  on: CalendarDate,
): Refusal[] {
  const at = inSet('step', 'on');
  const was = step.completedOn!;
  const kind = stepDefinition(definition, step.code)?.kind;
  const earliest = step.startedOn ?? run.startedOn;
  const behind = new Set(stepsAfter(definition, step.code));
  // What stands behind it in the procedure, a later attempt at it, and whatever it was sent back to.
  const followsUpon = (one: ProcedureStep): boolean =>
    behind.has(one.code) ||
    (one.code === step.code && one.attempt > step.attempt) ||
    (one !== step && step.outcome === 'RETURNED' && one.attempt > 1);
  const later = [
    ...run.steps
      .filter((one) => one.startedOn !== null && one.startedOn >= was && followsUpon(one))
      .flatMap((one) => one.notice?.opensOn ?? one.completedOn ?? []),
    ...facts.runs.filter((other) => other !== run && other.startedOn >= was).map(({ startedOn }) => startedOn),
  ].sort()[0];
  const closesOn = kind === 'PUBLIC_NOTICE' && step.outcome === 'PASSED' ? (step.notice?.closesOn ?? null) : null;
  return [
    ...sameOrAhead(on, was, today, at),
    ...(on < earliest ? [order(`what comes before it happened on ${earliest}, after ${on}`, at)] : []),
    ...(later !== undefined && on > later ? [order(`what came after it happened on ${later}, before ${on}`, at)] : []),
    ...(closesOn !== null && on <= closesOn ? [order(`the notice hung until ${closesOn}`, at)] : []),
  ];
}

/** The days of the case that are those of a county decision. */
function decisionDays(
  facts: CaseFacts,
  before: ProcedureRun,
  after: ProcedureRun,
  definition: ProcedureDefinition,
): CaseDays['set'] {
  if (after.outcome !== 'PASSED') return {};
  const [was, is] = [decisionDay(before, definition), decisionDay(after, definition)];
  if (was === is || is === null) return {};
  if (before.kind.endsWith('IDENTIFICATION') && facts.identifiedOn === was) return { identifiedOn: is };
  if (before.kind === 'ELIMINATION' && facts.eliminatedOn === was) return { eliminatedOn: is };
  return {};
}

function answer(
  { facts }: CaseDaysQuestion,
  field: string,
  before: unknown,
  value: unknown,
  changed: { readonly run: number | null; readonly after: ProcedureRun | null; readonly set: CaseDays['set'] },
): Corrected<CaseDays> {
  const { run, after, set } = changed;
  const runs = facts.runs.map((one, place) => (place === run && after !== null ? after : one));
  return {
    after: { facts: { ...facts, ...set, runs }, run, set },
    before: { [field]: before },
    values: { [field]: value },
    consequences: [],
  };
}

function sameOrAhead(on: CalendarDate, was: CalendarDate, today: CalendarDate, at: string[]): Refusal[] {
  if (on === was) return [refuse('BAD_VALUE', `it is recorded on ${was} already`, at, '3.2')];
  return on > today ? [refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, at, '3.2')] : [];
}

const order = (message: string, at: string[]): Refusal => refuse('DATE_ORDER', message, at, '3.2');
