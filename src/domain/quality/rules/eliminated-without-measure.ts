import { fault, type QualityRule } from '../quality-rule.js';

/** 帮扶消除未享受帮扶措施 · A case was eliminated by support and no measure was ever delivered. @article 5.3 */
export const eliminatedWithoutMeasure: QualityRule = {
  id: 'eliminated-without-measure',
  name: { zh: '帮扶消除未享受帮扶措施', en: 'A case was eliminated by support and no measure was ever delivered.' },
  source: '1_11_009',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own }) {
    if (own?.status !== 'RISK_ELIMINATED' || own.eliminationMode !== 'SUPPORTED' || own.measures === null) return null;
    return own.measures.some(({ delivered }) => delivered)
      ? null
      : fault({ eliminatedOn: own.eliminatedOn, measures: own.measures.length });
  },
};
