import type { CalendarDate } from '../kernel/calendar-date.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { Severity } from '../risk/finding.js';
import { holdsAll, type OwnCondition } from './own-condition.js';
import type { QualityDossier } from './quality-dossier.js';
import type { QualityRuleHead, Thresholds } from './quality-rule.js';
import { QUALITY_RULES } from './quality-rules.js';

/** 省级质量规则 · What a province sets of a rule of the pack, or a rule of its own (with `when`). @article 5.3 */
export interface QualitySetting {
  /** Id of a rule of the pack, or of the province's own. */
  readonly rule: string;
  /** The rule is not run. */
  readonly off?: boolean;
  readonly severity?: Severity;
  /** In the place of the national defaults. */
  readonly thresholds?: Thresholds;
  /** Of a rule of the province's own: what it is called, and what makes a finding, all of it together. */
  readonly name?: LocalizedText;
  readonly when?: readonly OwnCondition[];
}

/** 检查结果 · One finding about a household. @article 5.3 */
export interface DossierFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: LocalizedText;
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** 生效规则 · A rule as a province has it: its severity and numbers; null where it is off. @article 5.3 */
export function ruleAsSet<T extends QualityRuleHead>(rule: T, settings: readonly QualitySetting[]): T | null {
  const own = settings.find((setting) => setting.rule === rule.id);
  if (own === undefined) return rule;
  if (own.off === true) return null;
  return { ...rule, severity: own.severity ?? rule.severity, thresholds: { ...rule.thresholds, ...own.thresholds } };
}

/**
 * 逐户检查 · Everything that the pack, and the province's own rules, find wrong with one household and its case on a day.
 *
 * @param settings  the province's, of that day
 * @article 5.3
 */
export function checkDossier(
  dossier: QualityDossier,
  on: CalendarDate,
  settings: readonly QualitySetting[],
): DossierFinding[] {
  const national = QUALITY_RULES.flatMap((each) => {
    const rule = ruleAsSet(each, settings);
    const found = rule?.find(dossier, on, rule.thresholds) ?? null;
    if (rule === null || found === null) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        message: rule.name,
        evidence: { ...found.evidence, source: rule.source },
      },
    ];
  });
  const own = settings.flatMap(({ rule, off, severity, name, when }) => {
    if (off === true || when === undefined || name === undefined || !holdsAll(dossier, when)) return [];
    return [{ rule, severity: severity ?? 'WARNING', message: name, evidence: { source: 'province' } } as const];
  });
  return [...national, ...own];
}
