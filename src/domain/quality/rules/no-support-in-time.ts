import { fault, type QualityRule } from '../quality-rule.js';

/** 识别后未及时落实帮扶措施 · A monitored case has no delivered measure past the limit of the province. @article 5.3 */
export const noSupportInTime: QualityRule = {
  id: 'no-support-in-time',
  name: {
    zh: '识别后未及时落实帮扶措施',
    en: 'A monitored case has no delivered measure past the limit of the province.',
  },
  source: '1_11_010',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, supportDueOn }, on) {
    if (own?.status !== 'MONITORED' || own.measures === null || supportDueOn === null || on <= supportDueOn)
      return null;
    return own.measures.some(({ delivered }) => delivered)
      ? null
      : fault({ identifiedOn: own.identifiedOn, dueOn: supportDueOn });
  },
};
