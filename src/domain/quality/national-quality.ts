import type { QualityRuleHead } from './quality-rule.js';
import { QUALITY_RULES } from './quality-rules.js';
import { QUALITY_SIGNS } from './sign.js';

/** 国家质量规则 · Every national rule of data quality by its id, those of one household and the signs. @article 5.3 */
export const NATIONAL_QUALITY: ReadonlyMap<string, QualityRuleHead> = new Map(
  [...QUALITY_RULES, ...QUALITY_SIGNS].map((rule) => [rule.id, rule]),
);
