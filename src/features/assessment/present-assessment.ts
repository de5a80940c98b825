import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { type Finding as DomainFinding, SEVERITIES } from '../../domain/risk/finding.js';
import type { InstrumentSuggestion as Suggestion } from '../../domain/risk/suggest-instruments.js';
import {
  type Language,
  presentBand,
  presentInstrument,
  presentLine,
  presentRiskTypes,
  presentSource,
} from '../province/index.js';
import type { Assessment, Finding, InstrumentSuggestion } from './assessment.graphql.js';
import type { AssessedHousehold } from './assessment.service.js';

/** 监测评估 · An assessment as the API gives it, the weightiest finding first. @article 2.1 */
export function presentAssessment({ place, assessment, rules }: AssessedHousehold, language: Language): Assessment {
  const { band, line, findings, suggestedInstruments, ...values } = assessment;
  return {
    ...values,
    place,
    band: band && presentBand(band, language),
    line: line && presentLine(line, rules.bands, language),
    findings: [...findings].sort(byWeight).map((finding) => presentFinding(finding, rules, language)),
    suggestedInstruments: suggestedInstruments.flatMap((one) => presentSuggestion(one, rules, language)),
  };
}

/** Stable: rules of one weight stay in the order in which they are read. */
function byWeight(a: DomainFinding, b: DomainFinding): number {
  return SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
}

function presentFinding(finding: DomainFinding, rules: ProvinceRules, language: Language): Finding {
  const { rule, riskType, severity, message, evidence, missing, article, source } = finding;
  const [type = null] = riskType === null ? [] : presentRiskTypes([riskType], rules, language);
  return {
    rule,
    riskType: type,
    severity,
    message: message[language],
    evidence,
    missing,
    article,
    source: source && presentSource(source),
  };
}

function presentSuggestion(one: Suggestion, rules: ProvinceRules, language: Language): InstrumentSuggestion[] {
  return rules.instruments
    .filter(({ code }) => code === one.instrument)
    .map((instrument) => ({
      instrument: presentInstrument(instrument, rules, language),
      reason: one.reason[language],
      addresses: presentRiskTypes(one.addresses, rules, language),
    }));
}
