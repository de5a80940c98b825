import { ABLE } from '../able.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 整户无劳动能力未标记持续跟踪监测 · A household without labour capacity has its safety net and is not marked as tracked only. @article 5.3 */
export const noLabourNotTracked: QualityRule = {
  id: 'no-labour-not-tracked',
  name: {
    zh: '整户无劳动能力未标记持续跟踪监测',
    en: 'A household without labour capacity has its safety net and is not marked as tracked only.',
  },
  source: '5_11_033',
  severity: 'INFO',
  thresholds: {},
  find({ case: own, members }) {
    if (own?.status !== 'MONITORED' || own.measures === null || own.trackingOnly !== false) return null;
    if (members.length === 0) return null;
    if (members.some(({ labour }) => ABLE.includes(labour))) return null;
    return own.measures.some(({ delivered, socialSecurity }) => delivered && socialSecurity)
      ? fault({ members: members.length })
      : null;
  },
};
