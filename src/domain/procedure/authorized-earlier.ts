import type { ProcedureDefinition } from './procedure-definition.js';
import type { ProcedureRun } from './procedure-run.js';

/**
 * R09 此前已授权 · Whether the household authorized look-ups in an earlier run of the case.
 *
 * @param definitionOf  the definition that a run followed
 * @article 3.2
 */
export function authorizedEarlier(
  runs: readonly ProcedureRun[],
  run: Pick<ProcedureRun, 'id'>,
  definitionOf: (run: ProcedureRun) => ProcedureDefinition,
): boolean {
  return runs.some((other) => {
    if (other.id === run.id) return false;
    const authorizations = definitionOf(other).steps.filter(({ kind }) => kind === 'COMMITMENT_AUTHORIZATION');
    return other.steps.some(
      (step) => step.outcome === 'PASSED' && authorizations.some(({ code }) => code === step.code),
    );
  });
}
