import type { ParameterInForce } from '../../domain/province/rule-entry.js';
import { NATIONAL_QUALITY } from '../../domain/quality/national-quality.js';
import { type ProvinceQuality, severityOf, thresholdsOf } from '../../domain/quality/province-quality.js';
import type { Language } from '../province/in-language.js';
import { presentSource } from '../province/present-line.js';
import type { QualityRule } from './quality-rule.graphql.js';

/** 数据质量规则 · The national rules as a province has them, in their order, and its own after them. @article 5.3 */
export function presentQualityRules(
  quality: ParameterInForce<ProvinceQuality> | null,
  language: Language,
): QualityRule[] {
  const set = quality?.value ?? null;
  const source = quality === null ? null : presentSource(quality.source);
  const national = [...NATIONAL_QUALITY.values()].map((rule): QualityRule => {
    const numbers = thresholdsOf(rule, set);
    const isSet = set?.thresholds?.[rule.id] !== undefined || set?.severities?.[rule.id] !== undefined;
    const thresholds = Object.entries(rule.thresholds).map(([name, bound]) => ({
      name,
      value: numbers[name] ?? bound.national,
      national: bound.national,
    }));
    const said = { id: rule.id, name: rule.name[language], severity: severityOf(rule, set), thresholds };
    return { ...said, own: false, origin: rule.source, source: isSet ? source : null };
  });
  const own = (set?.rules ?? []).map(({ code, name, severity }): QualityRule => {
    return { id: code, name: name[language], severity, own: true, origin: null, thresholds: [], source };
  });
  return [...national, ...own];
}
