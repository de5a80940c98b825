import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { RiskType as DomainRiskType } from '../../domain/risk/risk-type.js';
import type { PolicyInstrument as Instrument } from '../../domain/support/policy-instrument.js';
import { type Language, nameIn } from './in-language.js';
import type { PolicyInstrument } from './instrument.graphql.js';
import { presentSource } from './present-line.js';
import type { RiskType } from './risk-type.graphql.js';

/** 风险类型 · A risk type as the API gives it. @article 4.2 */
export function presentRiskType(type: DomainRiskType, language: Language): RiskType {
  return { code: type.code, name: nameIn(type, language), group: type.group };
}

/** 风险类型 · Risk types of some rules by their codes, in the order of the rules; codes that they do not know are left out. */
export function presentRiskTypes(
  codes: readonly string[],
  { riskTypes }: Pick<ProvinceRules, 'riskTypes'>,
  language: Language,
): RiskType[] {
  return riskTypes.filter(({ code }) => codes.includes(code)).map((type) => presentRiskType(type, language));
}

/**
 * 帮扶政策工具 · An instrument as the API gives it.
 *
 * @param rules  of the day and place in question: which risk types it answers there
 * @article 4.1
 */
export function presentInstrument(
  instrument: Instrument,
  rules: Pick<ProvinceRules, 'riskTypes'>,
  language: Language,
): PolicyInstrument {
  const { code, family, nature, requiresLabour, fundingSources, cap, department, from, to, source } = instrument;
  return {
    code,
    name: nameIn(instrument, language),
    family,
    nature,
    addresses: presentRiskTypes(instrument.addresses, rules, language),
    requiresLabour,
    fundingSources,
    cap,
    department,
    from,
    to,
    source: presentSource(source),
  };
}
