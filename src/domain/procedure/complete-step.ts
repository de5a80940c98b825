import type { CalendarDate } from '../kernel/calendar-date.js';
import type { Refusal } from '../kernel/verdict.js';
import type { HolidayCalendar } from '../kernel/working-days.js';
import { announcementMade } from './checks/announcement-made.js';
import { commitmentAnswer } from './checks/commitment-answer.js';
import { comparisonComplete } from './checks/comparison-complete.js';
import { datesInOrder } from './checks/dates-in-order.js';
import { decisionNamed } from './checks/decision-named.js';
import { evidenceComplete } from './checks/evidence-complete.js';
import { extraFormFilled } from './checks/extra-form-filled.js';
import { noticeOver } from './checks/notice-over.js';
import { outcomeAllowed } from './checks/outcome-allowed.js';
import { reasonGiven } from './checks/reason-given.js';
import { returnsToEarlierStep } from './checks/returns-to-earlier-step.js';
import { reviewCarried } from './checks/review-carried.js';
import { sectionMatchesKind } from './checks/section-matches-kind.js';
import { stepIsCurrent } from './checks/step-is-current.js';
import type { StepCheck, StepQuestion } from './checks/step-question.js';
import { verificationComplete } from './checks/verification-complete.js';
import { verifierDoesNotDecide } from './checks/verifier-does-not-decide.js';
import { latestDay } from './latest-day.js';
import { openWaitingSteps, waitingStep } from './open-steps.js';
import type { ProcedureDefinition, StepOutcome } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';
import { reopenSteps } from './reopen-steps.js';
import { authorizationBeforeComparison } from './rules/r09-authorization-before-comparison.js';
import { setDueDays } from './set-due-days.js';
import type { StepAct } from './step-act.js';
import { latestAttempt, stepDefinition } from './step-graph.js';

/** 办理环节 · What it takes to complete a step. @article 3.2 */
export interface StepCompletion {
  readonly run: ProcedureRun;
  /** The definition that the run follows, not today's. */
  readonly definition: ProcedureDefinition;
  readonly act: StepAct;
  readonly today: CalendarDate;
  /** Subject of the token that enters the act. */
  readonly actor: string;
  readonly authorizedEarlier?: boolean;
  readonly authorizationWithdrawnOn?: CalendarDate | null;
  readonly holidays: HolidayCalendar;
  readonly newId: () => string;
}

/** 办理结果 · Either every reason against it, and nothing changes, or the run as it stands afterwards. @article 3.2 */
export type StepCompleted = { readonly refusals: readonly Refusal[] } | RunGoneOn;

/** 办理之后的程序 · The run as it stands once a step was done. @article 3.2 */
export interface RunGoneOn {
  readonly run: ProcedureRun;
  /** The outcome of the run when this step ended it, else null. */
  readonly ended: StepOutcome | null;
  /** Id of the attempt that was completed. */
  readonly completed: string;
}

/** 已办环节 · What is needed of a completion to know what came of it. @article 3.2 */
export type StepDone = Pick<StepCompletion, 'run' | 'definition' | 'act' | 'actor' | 'holidays' | 'newId'>;

/** 办理审查 · All that is asked when a step is completed, the clearest answer first. @article 3.2 */
export const STEP_CHECKS: readonly StepCheck[] = [
  stepIsCurrent,
  authorizationBeforeComparison,
  verifierDoesNotDecide,
  outcomeAllowed,
  sectionMatchesKind,
  datesInOrder,
  verificationComplete,
  commitmentAnswer,
  comparisonComplete,
  reviewCarried,
  noticeOver,
  decisionNamed,
  announcementMade,
  evidenceComplete,
  extraFormFilled,
  reasonGiven,
  returnsToEarlierStep,
];

/** 审查办理 · Every reason why the step cannot be completed so; empty when it can. @article 3.2 */
export function checkStep(completion: Omit<StepCompletion, 'holidays' | 'newId'>): Refusal[] {
  const own = stepDefinition(completion.definition, completion.act.step);
  const step = own === null ? null : latestAttempt(completion.run, own.code);
  const question: StepQuestion = { ...completion, own, step };
  const state = stepIsCurrent(question);
  if (own === null || completion.run.endedOn !== null) return state;
  return STEP_CHECKS.flatMap((check) => check(question));
}

/**
 * 办理环节 · Completes a current step: passed, the steps behind it open; returned, the run goes back; rejected, it ends.
 *
 * A run ends as PASSED when every step has passed, on the latest of their days. When it ends as REJECTED, steps that
 * were current beside the rejected one wait for good.
 *
 * @returns all refusals at once, or the new run; the run given is never changed
 * @article 3.2
 */
export function completeStep(completion: StepCompletion): StepCompleted {
  const refusals = checkStep(completion);
  return refusals.length > 0 ? { refusals } : withStepDone(completion);
}

/**
 * 环节办理之后 · The run once a current step was done, with no check: for what was checked, or is known to have happened.
 *
 * @article 3.2
 */
export function withStepDone(completion: StepDone): RunGoneOn {
  const { run, definition, act, holidays, newId } = completion;
  const step = latestAttempt(run, act.step) as ProcedureStep;
  const done = recordedStep(step, completion);
  const steps = run.steps.map((other) => (other === step ? done : other));
  if (act.outcome === 'REJECTED') {
    const stopped = steps.map((other) =>
      other.status === 'CURRENT'
        ? { ...waitingStep(other.id, other.code, other.attempt), notice: other.notice }
        : other,
    );
    const ended = { ...run, steps: stopped, endedOn: act.occurredOn, outcome: act.outcome };
    return { run: ended, ended: act.outcome, completed: done.id };
  }
  if (act.outcome === 'RETURNED') {
    const target = act.returnTo as string;
    const again = { ...run, steps: reopenSteps({ steps, definition, target, on: act.occurredOn, newId }) };
    return { run: setDueDays(again, definition, holidays), ended: null, completed: done.id };
  }
  const opened = openWaitingSteps(steps, definition, run.startedOn);
  const next = endWhenAllPassed(setDueDays({ ...run, steps: opened }, definition, holidays), definition);
  return { run: next, ended: next.outcome, completed: done.id };
}

function recordedStep(step: ProcedureStep, { act, actor }: StepDone): ProcedureStep {
  const done: ProcedureStep = {
    ...step,
    status: 'DONE',
    completedOn: act.occurredOn,
    outcome: act.outcome,
    actor,
    enteredFor: act.enteredFor ?? null,
  };
  return act.verification ? { ...done, visitors: act.verification.visitors } : done;
}

function endWhenAllPassed(run: ProcedureRun, definition: ProcedureDefinition): ProcedureRun {
  const last = definition.steps.map((step) => latestAttempt(run, step.code));
  if (!last.every((step) => step?.status === 'DONE' && step.outcome === 'PASSED')) return run;
  const days = last.flatMap((step) => step?.completedOn ?? []);
  const endedOn = latestDay(run.startedOn, days);
  return { ...run, endedOn, outcome: 'PASSED' };
}
