import type { Finding } from '../finding.js';
import type { Situation } from '../situation.js';

/** The parameters that the assessment holds a household against. */
const LOOKED_AT: readonly string[] = ['monitoringLines', 'incomeFallPercent', 'medicalSharePercent'];

/**
 * R01 参数过期 · A parameter serves a day past what its source vouches for: PARAMETER_OUTDATED, and nothing stops.
 *
 * @article 2.2
 */
export function parameterOutdated({ rules, on }: Situation): readonly Finding[] {
  return rules.warnings
    .filter((warning) => LOOKED_AT.includes(warning.parameter))
    .map((warning) => ({
      rule: 'parameter-outdated',
      riskType: null,
      severity: 'INFO',
      message: {
        zh: `${on}沿用自${warning.from}起的参数,其依据文件未覆盖该日:${warning.source.title}`,
        en: `${on} is served by the entry from ${warning.from}, whose source does not vouch for that day: ${warning.source.title}`,
      },
      evidence: { code: warning.code, parameter: warning.parameter, from: warning.from, on },
      missing: [],
      article: '2.2',
      source: warning.source,
    }));
}
