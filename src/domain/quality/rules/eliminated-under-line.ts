import { fault, type QualityRule } from '../quality-rule.js';

/** 帮扶消除时人均纯收入低于当年监测范围 · A case was eliminated by support under the line of that year. @article 5.3 */
export const eliminatedUnderLine: QualityRule = {
  id: 'eliminated-under-line',
  name: {
    zh: '帮扶消除时人均纯收入低于当年监测范围',
    en: 'A case was eliminated by support under the line of that year.',
  },
  source: '4_11_010',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own, atElimination, lineAtElimination }) {
    if (own?.status !== 'RISK_ELIMINATED' || own.eliminationMode !== 'SUPPORTED') return null;
    if (atElimination.perCapita === null || lineAtElimination === null || atElimination.perCapita >= lineAtElimination)
      return null;
    return fault({ perCapitaFen: atElimination.perCapita, lineFen: lineAtElimination, eliminatedOn: own.eliminatedOn });
  },
};
