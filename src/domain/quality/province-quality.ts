import type { LocalizedText } from '../province/localized-text.js';
import type { Severity } from '../risk/finding.js';
import type { QualityCondition } from './quality-condition.js';
import type { QualityRuleHead, Thresholds } from './quality-rule.js';

/** 省级自定规则 · A quality rule of a province's own: a household that meets every condition is a finding. @article 5.3 */
export interface OwnQualityRule {
  /** Unique in its list and none of the nation's, kebab-case. */
  readonly code: string;
  /** What is wrong, as the finding says it. */
  readonly name: LocalizedText;
  readonly severity: Severity;
  readonly when: readonly QualityCondition[];
}

/**
 * 省级质量规定 · What a province adds to the national rules of data quality: stricter numbers, graver severities, rules of its own.
 * Nothing of the nation's is turned off or loosened.
 *
 * @article 5.3
 */
export interface ProvinceQuality {
  /** In place of the nation's numbers, by id of the rule and name of the number. */
  readonly thresholds?: Readonly<Record<string, Thresholds>>;
  /** In place of the nation's severities, by id of the rule. */
  readonly severities?: Readonly<Record<string, Severity>>;
  readonly rules?: readonly OwnQualityRule[];
}

/** 生效阈值 · The numbers of a rule as a province has them. @article 5.3 */
export function thresholdsOf(rule: QualityRuleHead, quality: ProvinceQuality | null): Thresholds {
  const own = quality?.thresholds?.[rule.id] ?? {};
  const numbers = Object.entries(rule.thresholds).map(([name, { national }]) => [name, own[name] ?? national]);
  return Object.fromEntries(numbers);
}

/** 生效严重程度 · The severity of a rule as a province has it. @article 5.3 */
export function severityOf(rule: QualityRuleHead, quality: ProvinceQuality | null): Severity {
  return quality?.severities?.[rule.id] ?? rule.severity;
}
