import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { NoticeState, ProcedureRun, ProcedureStep } from './procedure-run.js';
import { noticeLongEnough } from './rules/r10-notice-days.js';
import { setDueDays } from './set-due-days.js';
import { currentSteps, latestAttempt, stepDefinition } from './step-graph.js';

/** Our own bound against slips of the pen: a notice of more than a year is none. */
export const LONGEST_NOTICE_DAYS = 366;

/** 张贴公示 · A notice put up, or extended. @article 3.2 */
export interface NoticePublication {
  readonly run: ProcedureRun;
  readonly definition: ProcedureDefinition;
  /** Code of the PUBLIC_NOTICE step. */
  readonly step: string;
  readonly opensOn: CalendarDate;
  /** Last day, inclusive. */
  readonly closesOn: CalendarDate;
  readonly today: CalendarDate;
  readonly holidays: HolidayCalendar;
}

/** 公示结果 · Either every reason against it, or the run with the notice and the attempt that it hangs on. @article 3.2 */
export type NoticePublished =
  | { readonly refusals: readonly Refusal[] }
  | { readonly run: ProcedureRun; readonly published: string; readonly extended: boolean };

/**
 * 张贴公示 · Puts up the notice of a current PUBLIC_NOTICE step, or extends it; nothing shortens it.
 *
 * One that has already closed may be entered too (its photograph is asked for when the step is completed). An extension
 * names the same opening day and a later closing day; one that comes after the notice had closed counts as entered that day, so
 * that its photograph is asked for too.
 *
 * @article 3.2
 */
export function publishNotice(publication: NoticePublication): NoticePublished {
  const { run, definition, step: code, opensOn, closesOn, today, holidays } = publication;
  const step = noticeStep(publication);
  if ('refusals' in step) return step;
  const minimum = stepDefinition(definition, code)?.minimumNoticeDays ?? null;
  const refusals = [
    ...opensInOrder(publication, step),
    ...noticeLongEnough(opensOn, closesOn, minimum),
    ...notTooLong(opensOn, closesOn),
    ...(step.notice === null ? [] : extendsOnly(step.notice, opensOn, closesOn)),
  ];
  if (refusals.length > 0) return { refusals };
  const notice: NoticeState =
    step.notice === null
      ? { opensOn, closesOn, openObjections: 0, enteredOn: today }
      : { ...step.notice, closesOn, ...(today > step.notice.closesOn ? { enteredOn: today } : {}) };
  const steps = run.steps.map((other) => (other === step ? { ...step, notice } : other));
  const posted = setDueDays({ ...run, steps }, definition, holidays);
  return { run: posted, published: step.id, extended: step.notice !== null };
}

function noticeStep({ run, definition, step: code }: NoticePublication): ProcedureStep | { refusals: Refusal[] } {
  const path = ['step'];
  if (run.endedOn !== null)
    return { refusals: [refuse('INVALID_STATE', `the ${run.kind} run ended on ${run.endedOn}`, path, '3.2')] };
  const own = stepDefinition(definition, code);
  const step = own === null ? null : latestAttempt(run, code);
  if (own !== null && own.kind !== 'PUBLIC_NOTICE')
    return { refusals: [refuse('BAD_VALUE', `step "${code}" is a ${own.kind}; it has no notice`, path, '3.2')] };
  if (step?.status === 'CURRENT') return step;
  const current = currentSteps(run).map((other) => other.code);
  const said = step === null ? `the ${run.kind} run has no step "${code}"` : `step "${code}" is not current`;
  return { refusals: [refuse('STEP_NOT_CURRENT', `${said}; current: ${current.join(', ') || 'none'}`, path, '3.2')] };
}

function opensInOrder({ run, opensOn, today }: NoticePublication, step: ProcedureStep): Refusal[] {
  const path = ['opensOn'];
  if (opensOn > today) return [refuse('DATE_IN_FUTURE', `${opensOn} has not come; today is ${today}`, path, '3.2')];
  const earliest = step.startedOn ?? run.startedOn;
  if (opensOn >= earliest) return [];
  return [
    refuse(
      'DATE_ORDER',
      `the notice opens on ${opensOn}, before ${earliest}, the day the steps before it happened`,
      path,
      '3.2',
    ),
  ];
}

function notTooLong(opensOn: CalendarDate, closesOn: CalendarDate): Refusal[] {
  const last = addDays(opensOn, LONGEST_NOTICE_DAYS);
  if (closesOn <= last) return [];
  return [refuse('BAD_VALUE', `a notice that opens on ${opensOn} closes by ${last}`, ['closesOn'], '3.2')];
}

function extendsOnly(posted: NoticeState, opensOn: CalendarDate, closesOn: CalendarDate): Refusal[] {
  if (opensOn !== posted.opensOn)
    return [
      refuse('BAD_VALUE', `the notice opened on ${posted.opensOn}; an extension keeps that day`, ['opensOn'], '3.2'),
    ];
  if (closesOn < posted.closesOn)
    return [
      refuse(
        'NOTICE_SHORTENED',
        `the notice hangs until ${posted.closesOn}; it cannot close earlier`,
        ['closesOn'],
        '3.2',
      ),
    ];
  if (closesOn === posted.closesOn)
    return [refuse('DUPLICATE', `the notice already hangs until ${posted.closesOn}`, ['closesOn'], '3.2')];
  return [];
}
