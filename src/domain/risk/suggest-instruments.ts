import { hasLabourCapacity, hasOnlyWeakLabour } from '../household/labour.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { PolicyInstrument } from '../support/policy-instrument.js';
import type { Finding } from './finding.js';
import type { Situation } from './situation.js';

/** 建议措施 · An instrument that fits what was found, with the reason; what is missing is made up for (缺什么补什么). @article 4.2 */
export interface InstrumentSuggestion {
  /** Code of the province's instrument. */
  readonly instrument: string;
  readonly reason: LocalizedText;
  /** Codes of the found risk types that it answers; empty where labour alone calls for it. */
  readonly addresses: readonly string[];
}

/**
 * 建议措施 · The instruments of the day that fit the findings, in the order of the catalogue.
 *
 * Every instrument that answers a found risk type; for a household with a suggested category also what R17 asks for:
 * developmental instruments where there is labour, the safety net where there is none or weak labour only. What needs
 * labour is not offered to a household without. The list says what may be chosen; one a risk is enough (R15).
 *
 * @param found  findings of the same situation
 * @param needsSupport  whether the facts point at a category
 * @article 4.2
 */
export function suggestInstruments(
  situation: Situation,
  found: readonly Finding[],
  needsSupport: boolean,
): InstrumentSuggestion[] {
  const { facts, rules } = situation;
  const risks = [...new Set(found.flatMap(({ riskType }) => (riskType === null ? [] : [riskType])))];
  const able = hasLabourCapacity(facts.members);
  const partlyLost = hasOnlyWeakLabour(facts.members);
  const safetyNet = rules.socialSecurityInstruments?.value ?? [];

  return rules.instruments.flatMap((instrument): InstrumentSuggestion[] => {
    if (instrument.requiresLabour && !able) return [];
    const addresses = instrument.addresses.filter((code) => risks.includes(code));
    if (addresses.length > 0) return [suggestion(instrument, addresses, forRisks(situation, addresses))];
    if (!needsSupport || facts.members.length === 0) return [];
    if (able && instrument.nature === 'DEVELOPMENTAL') return [suggestion(instrument, [], FOR_LABOUR)];
    if ((!able || partlyLost) && safetyNet.includes(instrument.code))
      return [suggestion(instrument, [], FOR_SAFETY_NET)];
    return [];
  });
}

const FOR_LABOUR: LocalizedText = {
  zh: '有劳动能力,坚持开发式帮扶',
  en: 'the household has labour capacity: developmental support',
};

const FOR_SAFETY_NET: LocalizedText = {
  zh: '无劳动能力或部分丧失劳动能力,做好兜底保障',
  en: 'labour capacity is absent or partly lost: the safety net',
};

function forRisks({ rules }: Situation, codes: readonly string[]): LocalizedText {
  const types = rules.riskTypes.filter((type) => codes.includes(type.code));
  return {
    zh: `针对风险:${types.map((type) => type.name).join('、')}`,
    en: `answers the risk: ${types.map((type) => type.nameEn).join(', ')}`,
  };
}

function suggestion(
  instrument: PolicyInstrument,
  addresses: readonly string[],
  reason: LocalizedText,
): InstrumentSuggestion {
  return { instrument: instrument.code, reason, addresses };
}
