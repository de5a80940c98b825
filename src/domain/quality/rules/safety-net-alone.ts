import { ABLE, SAFETY_NET_NATURES } from '../able.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 有劳动能力仅享受综合保障 · A household able to work receives nothing but the safety net. @article 5.3 */
export const safetyNetAlone: QualityRule = {
  id: 'safety-net-alone',
  name: { zh: '有劳动能力仅享受综合保障', en: 'A household able to work receives nothing but the safety net.' },
  source: '5_11_032',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members }) {
    if (own?.status !== 'MONITORED' || own.measures === null) return null;
    if (!members.some(({ labour }) => ABLE.includes(labour))) return null;
    const natures = own.measures.filter(({ delivered }) => delivered).map(({ nature }) => nature);
    return natures.length > 0 && natures.every((nature) => SAFETY_NET_NATURES.includes(nature))
      ? fault({ measures: natures.length })
      : null;
  },
};
