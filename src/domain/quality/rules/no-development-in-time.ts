import { ABLE } from '../able.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 有劳动能力未及时落实开发式帮扶 · A household able to work has no developmental measure past the months of the province. @article 5.3 */
export const noDevelopmentInTime: QualityRule = {
  id: 'no-development-in-time',
  name: {
    zh: '有劳动能力未及时落实开发式帮扶',
    en: 'A household able to work has no developmental measure past the months of the province.',
  },
  source: '5_12_007',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members, developmentDueOn }, on) {
    if (own?.status !== 'MONITORED' || own.measures === null) return null;
    if (developmentDueOn === null || on <= developmentDueOn) return null;
    if (!members.some(({ labour }) => ABLE.includes(labour))) return null;
    return own.measures.some(({ delivered, nature }) => delivered && nature === 'DEVELOPMENTAL')
      ? null
      : fault({ dueOn: developmentDueOn });
  },
};
