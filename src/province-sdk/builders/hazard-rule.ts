import type { HazardRule } from '../../domain/hazard/hazard-rule.js';

/**
 * 风险筛查规则 · One rule in an entry of `hazardRules`, whose list stands in place of the baseline's: which households a hazard of
 * some kinds singles out to be visited.
 *
 * @article 2.3
 * @example hazardRule({ code: 'tea-growers', name: { zh: '茶农', en: 'Tea growers' }, kinds: ['PRICE_SLUMP'], households: { incomeShare: { source: 'BUSINESS', percent: 60 } } })
 */
export function hazardRule(rule: HazardRule): HazardRule {
  return rule;
}
