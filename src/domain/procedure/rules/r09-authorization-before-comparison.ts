import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from '../checks/step-question.js';
import { standingAuthorization } from '../standing-authorization.js';

/**
 * R09 授权在先 · No lookup of a household's assets and no comparison before its commitment and authorization.
 *
 * Where the procedure itself has no authorization, one that the household gave in an earlier run of the case is asked
 * for, one that it has not withdrawn; where it is not known whether there was one (cases that came from the national system, R30), nothing is refused.
 * A comparison that goes back without having asked any department is none. Departments' own screening (3.1) is not barred.
 *
 * @article 3.2
 */
export function authorizationBeforeComparison({
  run,
  definition,
  act,
  own,
  authorizedEarlier,
  authorizationWithdrawnOn,
}: StepQuestion): Refusal[] {
  const asked = act.outcome === 'PASSED' || (act.comparison?.departments ?? []).length > 0;
  if (own?.kind !== 'DATA_COMPARISON' || !asked) return [];
  const authorizations = definition.steps.filter((step) => step.kind === 'COMMITMENT_AUTHORIZATION');
  const isBarred =
    authorizations.length > 0
      ? standingAuthorization([run], () => definition, authorizationWithdrawnOn) === null
      : authorizedEarlier === false;
  if (!isBarred) return [];
  const message =
    authorizationWithdrawnOn === null || authorizationWithdrawnOn === undefined
      ? 'R09: no comparison before the household has committed itself and authorized the lookup'
      : `R09: the household withdrew its authorization on ${authorizationWithdrawnOn}; no comparison before it gives a new one on a later day`;
  return [refuse('RULE_VIOLATION', message, ['step'], '3.2')];
}
