import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { standingAuthorization } from './standing-authorization.js';

/** 档案的授权情况 · What a case tells of the household's authorization. @article 3.2 */
export interface AuthorizationOnRecord {
  readonly runs: readonly ProcedureRun[];
  /** Last day on which the household withdrew; null or absent where it never did. */
  readonly authorizationWithdrawnOn?: CalendarDate | null;
  /** Where the case was identified; absent means here. */
  readonly source?: 'REGISTER' | 'NATIONAL_SYSTEM';
}

/**
 * R09 此前已授权 · Whether the household authorized look-ups in an earlier run of the case, and has not withdrawn that since.
 *
 * A case of the national system was authorized there, and of that nothing is on record here (R30): as long as no run of it
 * asked and the household withdrew nothing, it is not known. Where a later procedure has an authorization of its own, that
 * one is asked for whatever is answered here.
 *
 * @param definitionOf  the definition that a run followed
 * @returns undefined where it is not known
 * @article 3.2, 5.4
 */
export function authorizedEarlier(
  record: AuthorizationOnRecord,
  run: Pick<ProcedureRun, 'id'>,
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
): boolean | undefined {
  const others = record.runs.filter((other) => other.id !== run.id);
  if (standingAuthorization(others, definitionOf, record.authorizationWithdrawnOn) !== null) return true;
  return isUnknownAuthorization(record, others, definitionOf) ? undefined : false;
}

/**
 * R30 授权情况不明 · Whether the household may have authorized look-ups where nothing of it is on record: in the national system, as
 * long as none of some runs here asked it and it withdrew nothing.
 *
 * @article 5.4
 */
export function isUnknownAuthorization(
  { authorizationWithdrawnOn = null, source = 'REGISTER' }: AuthorizationOnRecord,
  runs: readonly ProcedureRun[],
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
): boolean {
  return source === 'NATIONAL_SYSTEM' && authorizationWithdrawnOn === null && !runs.some(wasAsked);

  function wasAsked(run: ProcedureRun): boolean {
    const codes = definitionOf(run)
      .steps.filter(({ kind }) => kind === 'COMMITMENT_AUTHORIZATION')
      .map(({ code }) => code);
    return run.steps.some(({ code, status }) => codes.includes(code) && status === 'DONE');
  }
}
