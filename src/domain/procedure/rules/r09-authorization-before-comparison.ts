import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { StepQuestion } from '../checks/step-question.js';
import { hasPassed } from '../step-graph.js';

/**
 * R09 授权在先 · No lookup of a household's assets and no comparison before its commitment and authorization.
 *
 * Where the procedure itself has no authorization, one that the household gave in an earlier run of the case is asked
 * for; where it is not known whether there was one (cases that came from the national system, R30), nothing is refused.
 * Departments' own screening (3.1) is not barred.
 *
 * @article 3.2
 */
export function authorizationBeforeComparison({
  run,
  definition,
  act,
  own,
  authorizedEarlier,
}: StepQuestion): Refusal[] {
  if (own?.kind !== 'DATA_COMPARISON' || act.outcome !== 'PASSED') return [];
  const authorizations = definition.steps.filter((step) => step.kind === 'COMMITMENT_AUTHORIZATION');
  const isBarred =
    authorizations.length > 0 ? !authorizations.some((step) => hasPassed(run, step.code)) : authorizedEarlier === false;
  if (!isBarred) return [];
  const message = 'R09: no comparison before the household has committed itself and authorized the lookup';
  return [refuse('RULE_VIOLATION', message, ['step'], '3.2')];
}
