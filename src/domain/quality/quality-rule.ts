import type { CalendarDate } from '../kernel/calendar-date.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { Severity } from '../risk/finding.js';
import type { QualityDossier } from './quality-dossier.js';

/** 阈值 · Numbers that a rule is held by, by name. @article 5.3 */
export type Thresholds = Readonly<Record<string, number>>;

/** 阈值规定 · A number of the nation, and which way a province may move it. @article 5.3 */
export interface ThresholdBound {
  /** In force where the province sets none. */
  readonly national: number;
  /** Whether a lesser or a greater number finds more. */
  readonly stricter: 'LESS' | 'MORE';
  /** The strictest number that still says something; no province goes past it. */
  readonly last: number;
}

/** 质量问题 · What a rule finds wrong: numbers, days and codes; never a name or an identity number. @article 5.3 */
export interface QualityFault {
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** 质量规则 · What every rule of data quality says of itself. @article 5.3 */
export interface QualityRuleHead {
  /** Kebab-case. */
  readonly id: string;
  readonly name: LocalizedText;
  /** Number of the rule in the set that it is taken from, or the article that asks for it. */
  readonly source: string;
  readonly severity: Severity;
  /** The national number of each threshold; provinces may set stricter ones. */
  readonly thresholds: Readonly<Record<string, ThresholdBound>>;
}

/** 逐户规则 · A rule that looks at one household and its case. @article 5.3 */
export interface QualityRule extends QualityRuleHead {
  /** @returns the fault, or null where there is none or a fact that it needs is not known */
  readonly find: (dossier: QualityDossier, on: CalendarDate, thresholds: Thresholds) => QualityFault | null;
}

/** 问题 · Found, with the numbers that show it. @article none — technical */
export function fault(evidence: Readonly<Record<string, unknown>>): QualityFault {
  return { evidence };
}
