import { type Refusal, refuse } from '../../kernel/verdict.js';
import { type CountedMeasure, countedMeasures, hasReason, openRiskTypes, type PlanQuestion } from '../plan-question.js';
import { labourAsks } from './r17-labour-and-safety-net.js';

/**
 * R15 单项措施 · A household with one open risk gets one instrument; a second one needs a written reason (welfare trap).
 *
 * Only instruments that address the risk are looked at; statutory entitlements and urgent help are not. One that goes on
 * counts with those planned, the same one twice counts once. Beside the one, each thing that R17 asks for, and that
 * nothing else in the plan serves, may have an instrument of its own: a second developmental one is a second one. For
 * several risks the policy asks for comprehensive support, and this rule is silent.
 *
 * @article 4.2
 */
export function oneRiskOneInstrument(question: PlanQuestion): Refusal[] {
  const open = openRiskTypes(question.risks);
  const [risk] = open;
  if (open.length !== 1 || risk === undefined || hasReason(question)) return [];
  const measures = countedMeasures(question);
  const counted = measures.filter((measure) => countsAgainst(risk, measure));
  const codes = [...new Set(counted.map((measure) => measure.instrument))];
  if (codes.some((code) => othersAreAskedFor(question, measures, codes, code)) || codes.length === 0) return [];
  const message = `R15: one open risk (${risk}) and ${codes.length} instruments (${codes.join(', ')}); give the reason for a second one`;
  return [refuse('RULE_VIOLATION', message, ['overrideReason'], '4.2')];
}

/** R15 计入 · Whether a measure counts against a single risk. @article 4.2 */
export function countsAgainst(risk: string, measure: CountedMeasure): boolean {
  return measure.addresses.includes(risk) && !measure.statutory && !measure.urgent;
}

/** Whether, with `one` as the instrument of the risk, each other one serves something that R17 asks for and lacks. */
function othersAreAskedFor(
  question: PlanQuestion,
  measures: readonly CountedMeasure[],
  codes: readonly string[],
  one: string,
): boolean {
  const others = new Set(codes.filter((code) => code !== one));
  for (const ask of labourAsks(question)) {
    const servers = measures.filter((measure) => ask.isServedBy(measure)).map((measure) => measure.instrument);
    const isServedAnyway = servers.some((code) => !others.has(code));
    if (!isServedAnyway) others.delete(servers.find((code) => others.has(code)) ?? '');
  }
  return others.size === 0;
}
