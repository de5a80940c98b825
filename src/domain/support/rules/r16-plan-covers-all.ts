import { type Refusal, refuse } from '../../kernel/verdict.js';
import { FAMILIES_OF_GUARANTEE, familiesOfNeed } from '../family-names.js';
import { answersRisk } from '../measure-fits-risk.js';
import { countedMeasures, hasReason, openRiskTypes, type PlanQuestion } from '../plan-question.js';

/**
 * R16 综合帮扶 · A plan covers every open risk, every guarantee that is not secure and every stated need, or says why not.
 *
 * What is not covered is named, one refusal each. A risk is covered by a measure that addresses it and is of a family
 * that answers it. A need whose words name no family or instrument is left to people.
 *
 * @article 4.2
 */
export function planCoversAll(question: PlanQuestion): Refusal[] {
  if (hasReason(question)) return [];
  return uncovered(question).map((what) =>
    refuse(
      'RULE_VIOLATION',
      `R16: ${what} is not covered; plan a measure for it or give the reason`,
      ['measures'],
      '4.2',
    ),
  );
}

/** R16 未覆盖事项 · Names what a plan leaves open, in words for a person. @article 4.2 */
export function uncovered(question: PlanQuestion): string[] {
  const { risks, guaranteesNotSecure, needs, rules } = question;
  const measures = countedMeasures(question);
  const families = new Set(measures.map((measure) => measure.family));
  const openRisks = openRiskTypes(risks)
    .filter((risk) => !measures.some((measure) => answersRisk(measure, risk, rules.riskTypes)))
    .map((risk) => `the risk "${risk}"`);
  const guarantees = guaranteesNotSecure
    .filter((name) => !FAMILIES_OF_GUARANTEE[name].some((family) => families.has(family)))
    .map((name) => `the guarantee ${name}`);
  const unmet = needs
    .filter((need) => familiesOfNeed(need, rules.instruments)?.some((family) => families.has(family)) === false)
    .map((need) => `the need "${need}"`);
  return [...openRisks, ...guarantees, ...unmet];
}
