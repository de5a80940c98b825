import { ABLE } from '../able.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 家庭成员均有劳动能力但风险为缺劳动力 · The risk is lack of labour and every member is able to work. @article 5.3 */
export const labourShortageAllAble: QualityRule = {
  id: 'labour-shortage-all-able',
  name: {
    zh: '家庭成员均有劳动能力但风险为缺劳动力',
    en: 'The risk is lack of labour and every member is able to work.',
  },
  source: '4_11_009',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members }) {
    if (!own?.risks.includes('LABOUR_SHORTAGE') || members.length === 0) return null;
    return members.every(({ labour }) => ABLE.includes(labour)) ? fault({ members: members.length }) : null;
  },
};
