import type { CalendarDate } from '../kernel/calendar-date.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { ParameterInForce } from '../province/rule-entry.js';
import type { Severity } from '../risk/finding.js';
import { type ProvinceQuality, severityOf, thresholdsOf } from './province-quality.js';
import { holdsAll } from './quality-condition.js';
import type { QualityDossier } from './quality-dossier.js';
import { QUALITY_RULES } from './quality-rules.js';

/** 检查结果 · One finding about a household. @article 5.3 */
export interface DossierFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: LocalizedText;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/**
 * 逐户检查 · Everything that the national rules, and the province's own, find wrong with one household and its case on a day.
 *
 * @param quality  the province's, in force on that day; null where it sets nothing
 * @article 5.3
 */
export function checkDossier(
  dossier: QualityDossier,
  on: CalendarDate,
  quality: ParameterInForce<ProvinceQuality> | null,
): DossierFinding[] {
  const set = quality?.value ?? null;
  const national = QUALITY_RULES.flatMap((rule): DossierFinding[] => {
    const found = rule.find(dossier, on, thresholdsOf(rule, set));
    if (found === null) return [];
    const evidence = { ...found.evidence, source: rule.source };
    return [{ rule: rule.id, severity: severityOf(rule, set), message: rule.name, evidence }];
  });
  const own = (set?.rules ?? []).flatMap(({ code, name, severity, when }): DossierFinding[] => {
    const facts = holdsAll(dossier, on, when);
    if (facts === null) return [];
    return [{ rule: code, severity, message: name, evidence: { ...facts, source: quality!.source.id } }];
  });
  return [...national, ...own];
}
