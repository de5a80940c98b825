import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';
import { standingAuthorization } from './standing-authorization.js';

/**
 * R09 此前已授权 · Whether the household authorized look-ups in an earlier run of the case, and has not withdrawn that since.
 *
 * @param definitionOf  the definition that a run followed
 * @param withdrawnOn  last day on which the household withdrew; null where it never did
 * @article 3.2
 */
export function authorizedEarlier(
  runs: readonly ProcedureRun[],
  run: Pick<ProcedureRun, 'id'>,
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
  withdrawnOn: CalendarDate | null | undefined = null,
): boolean {
  const others = runs.filter((other) => other.id !== run.id);
  return standingAuthorization(others, definitionOf, withdrawnOn) !== null;
}
