import { fault, type QualityRule } from '../quality-rule.js';

/** 从识别到帮扶消除时间过短 · A case was eliminated by support sooner than the months of the province. @article 5.3 */
export const eliminatedTooSoon: QualityRule = {
  id: 'eliminated-too-soon',
  name: {
    zh: '从识别到帮扶消除时间过短',
    en: 'A case was eliminated by support sooner than the months of the province.',
  },
  source: '2_11_002',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own, eliminationFrom }) {
    if (own?.eliminationMode !== 'SUPPORTED' || own.eliminatedOn === null || eliminationFrom === null) return null;
    if (own.eliminatedOn >= eliminationFrom) return null;
    return fault({ identifiedOn: own.identifiedOn, eliminatedOn: own.eliminatedOn, notBefore: eliminationFrom });
  },
};
