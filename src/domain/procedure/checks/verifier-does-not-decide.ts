import { type Refusal, refuse } from '../../kernel/verdict.js';
import { comparedName } from '../same-person.js';
import { stepDefinition } from '../step-graph.js';
import type { StepQuestion } from './step-question.js';

/**
 * 核实与审定分离 · Whoever verified takes no county decision in the same run.
 *
 * All identities count on both sides: whose token entered the act, for whom it was entered, who visited, who is named as
 * having decided. So a clerk who entered the verification for another does not enter the decision either: otherwise
 * naming somebody in `enteredFor` would be enough to do both. Earlier attempts of the run count too. Names are compared as
 * `comparedName` has them.
 *
 * @article 3.2
 */
export function verifierDoesNotDecide({ run, definition, act, actor, own }: StepQuestion): Refusal[] {
  if (own?.kind !== 'COUNTY_DECISION') return [];
  const verifiers = new Set<string>();
  for (const step of run.steps) {
    if (stepDefinition(definition, step.code)?.kind !== 'HOUSEHOLD_VERIFICATION') continue;
    for (const name of [step.actor, step.enteredFor, ...(step.visitors ?? [])])
      if (name !== null) verifiers.add(comparedName(name));
  }
  const deciders: readonly (readonly [string | null, readonly string[]])[] = [
    [actor, ['step']],
    [act.enteredFor ?? null, ['enteredFor']],
    [act.decision?.decidedBy ?? null, ['decision', 'decidedBy']],
  ];
  return deciders
    .filter(([name]) => name !== null && verifiers.has(comparedName(name)))
    .map(([, path]) =>
      refuse('SAME_PERSON', 'whoever verified the household does not take the county decision', path, '3.2'),
    );
}
