import { fault, type QualityRule } from '../quality-rule.js';

/** 脱贫户人均纯收入低于监测范围未纳入监测 · A formerly poor household is under the monitoring line and has no case. @article 5.3 */
export const underLineUnmonitored: QualityRule = {
  id: 'under-line-unmonitored',
  name: {
    zh: '脱贫户人均纯收入低于监测范围未纳入监测',
    en: 'A formerly poor household is under the monitoring line and has no case.',
  },
  source: '1_02_006',
  severity: 'WARNING',
  thresholds: {},
  find({ formerStatus, now, line, case: own }) {
    if (formerStatus !== 'FORMERLY_POOR' || now.perCapita === null || line === null || own !== null) return null;
    return now.perCapita < line ? fault({ perCapitaFen: now.perCapita, lineFen: line }) : null;
  },
};
