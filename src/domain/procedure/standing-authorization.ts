import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun, ProcedureStep } from './procedure-run.js';
import { latestAttempt } from './step-graph.js';

/** 授权 · An authorization of look-ups that stands: the step, and the day, on which the household gave it. @article 3.2 */
export interface StandingAuthorization {
  readonly runId: string;
  readonly step: string;
  readonly attempt: number;
  readonly on: CalendarDate;
}

/**
 * R09 有效授权 · The newest authorization of look-ups that the household gave in some runs of its case and has not withdrawn since.
 *
 * One that was given on the day of the withdrawal or before stands no more; one given later does. It lapses with the case: a later
 * case asks for one of its own, since only runs of one case are looked at.
 *
 * @param definitionOf  the definition that a run followed
 * @param withdrawnOn  last day on which the household withdrew; null where it never did
 * @article 3.2
 */
export function standingAuthorization(
  runs: readonly ProcedureRun[],
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
  withdrawnOn: CalendarDate | null | undefined,
): StandingAuthorization | null {
  const given = runs.flatMap((run) =>
    passedAuthorizations(run, definitionOf(run)).map(({ code, attempt, completedOn }) => ({
      runId: run.id,
      step: code,
      attempt,
      on: completedOn as CalendarDate,
    })),
  );
  const standing = given.filter(({ on }) => withdrawnOn === null || withdrawnOn === undefined || on > withdrawnOn);
  return standing.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).at(-1) ?? null;
}

/** In a run under way the last attempt counts, since the household may be asked again; in one that is over, any that passed. */
function passedAuthorizations(run: ProcedureRun, definition: ProcedureDefinition): ProcedureStep[] {
  const codes = definition.steps.filter(({ kind }) => kind === 'COMMITMENT_AUTHORIZATION').map(({ code }) => code);
  return run.steps.filter(
    (step) =>
      codes.includes(step.code) &&
      step.outcome === 'PASSED' &&
      step.completedOn !== null &&
      (run.endedOn !== null || latestAttempt(run, step.code) === step),
  );
}
