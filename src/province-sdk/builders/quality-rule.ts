import type { OwnQualityRule, ProvinceQuality } from '../../domain/quality/province-quality.js';

/**
 * 自定质量规则 · One rule in the `rules` of an entry of `quality`, beside the nation's: a household that meets every condition is a
 * finding of data quality. Conditions are data, so that a whole register is looked through at the speed of the nation's rules.
 *
 * Facts: `formerStatus` · `members` · `ableMembers` · `health` · `safetyNets` · `guaranteesChecked` · `perCapitaYuan` ·
 * `perCapitaPercentOfLine` · `compliantMedicalCostYuan` · `perCapitaAtIdentificationYuan` · `caseStatus` (`NONE` without a case) ·
 * `daysIdentified` · `eliminationMode` · `trackingOnly` · `risks` · `measures` · `deliveredMeasures` · `measureFamilies`. A fact that
 * is not known makes no condition hold. Comparisons: `EQUALS` · `DIFFERS` · `AT_LEAST` · `AT_MOST` · `OVER` · `UNDER` for numbers,
 * `HAS` · `LACKS` for lists.
 *
 * @article 5.3
 * @example qualityRule({ code: 'illness-without-health-measure', name: { zh: '因病无健康帮扶', en: 'Illness and no health measure.' }, severity: 'WARNING', when: [{ fact: 'risks', is: 'HAS', value: 'ILLNESS' }, { fact: 'measureFamilies', is: 'LACKS', value: 'HEALTH' }] })
 */
export function qualityRule(rule: OwnQualityRule): OwnQualityRule {
  return rule;
}

/**
 * 数据质量规定 · The value of an entry of `quality`: stricter numbers (`thresholds`) and graver severities (`severities`) for rules of the
 * nation, by their ids, and rules of the province's own (`rules`).
 *
 * @article 5.3
 * @example dataQuality({ thresholds: { 'identical-figures': { households: 3 } }, severities: { 'no-support-in-time': 'CRITICAL' } })
 */
export function dataQuality(quality: ProvinceQuality): ProvinceQuality {
  return quality;
}
