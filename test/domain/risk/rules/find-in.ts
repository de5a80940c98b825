import type { HouseholdFacts } from '../../../../src/domain/household/household-facts.js';
import type { Finding } from '../../../../src/domain/risk/finding.js';
import { type AssessmentRule, situationOn } from '../../../../src/domain/risk/situation.js';
import { hunanOn, JUNE_2023 } from '../rules-in-force.js';

/** What one rule finds in a household of Changsha County on 1 June 2023. */
export function findIn(rule: AssessmentRule, facts: HouseholdFacts): readonly Finding[] {
  return rule(situationOn(facts, hunanOn('2023-06-01'), JUNE_2023));
}
