import type { PolicySource } from '../kernel/source.js';
import type { LocalizedText } from '../province/localized-text.js';

/** 严重程度 · 提示、预警、严重. @article 2.1 */
export const SEVERITIES = ['INFO', 'WARNING', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** 评估规则编号 · The closed list of rules that a finding may come from, in the order in which they are read. */
export const ASSESSMENT_RULE_IDS = [
  'income-line',
  'income-concept',
  'income-after-rigid',
  'income-fall',
  'medical-share',
  'guarantees',
  'labour',
  'special-groups',
  'health-consistency',
  'parameter-outdated',
] as const;
export type AssessmentRuleId = (typeof ASSESSMENT_RULE_IDS)[number];

/** 判定代码 · The code of a province's own function; never one of the lists of the nation. @article 5.1 */
export type JudgementCode = string & {};

/**
 * 评估发现 · One rule's answer, explained: what it looked at, what it was held against, and where that comes from.
 *
 * @article 2.1
 */
export interface Finding {
  /** One of the closed list, or the code of a judgement of the province's own. */
  readonly rule: AssessmentRuleId | JudgementCode;
  /** Code of the province's risk type that it points at; null where it points at none. */
  readonly riskType: string | null;
  readonly severity: Severity;
  readonly message: LocalizedText;
  /** Numbers, days and counts; never a name, an identity number or a free text. Amounts in yuan, two decimals. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Facts that are missing: the rule could not be answered, which is never the same as fine. Empty otherwise. */
  readonly missing: readonly string[];
  readonly article: string;
  /** Where the parameter that it was held against comes from; null where it was held against none. */
  readonly source: PolicySource | null;
}
