import type { GuaranteeName } from '../guarantee/guarantee-check.js';
import type { LocalizedText } from '../province/localized-text.js';
import type { Severity } from '../risk/finding.js';
import type { HazardKind } from './hazard-kind.js';

/** 收入来源 · Whose share of a household's income a rule asks for: 工资性收入、经营性收入. @article 2.1 */
export const INCOME_SOURCES = ['WAGES', 'BUSINESS'] as const;
export type IncomeSource = (typeof INCOME_SOURCES)[number];

/** 户情条件 · What a household must be; all that is given must hold, and at least one is given. @article 2.3 */
export interface HouseholdTraits {
  /** Has a member of a special group of 2.1. */
  readonly specialGroup?: true;
  readonly formerlyPoor?: true;
  /** Lives in a resettlement site. */
  readonly resettled?: true;
  /** Has no member who is SKILLED, ORDINARY or WEAK. */
  readonly withoutLabour?: true;
  /** One of these guarantees is not SECURE at the newest check. */
  readonly notSecure?: readonly GuaranteeName[];
  /** The source brings in that share of all that the household takes in, per cent, inclusive. */
  readonly incomeShare?: { readonly source: IncomeSource; readonly percent: number };
  /** Net income a head is under that share of the monitoring line, per cent. */
  readonly underPercentOfLine?: number;
}

/** 风险筛查规则 · Which households a hazard of some kinds singles out, for somebody to visit. @article 2.3 */
export interface HazardRule {
  /** Unique in its list, kebab-case. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly kinds: readonly HazardKind[];
  /** For hazards of this severity and graver; of every one where left out. */
  readonly fromSeverity?: Severity;
  readonly households: HouseholdTraits;
}
