import { fault, type QualityRule } from '../quality-rule.js';

/** 监测对象识别信息不完整 · An identified case lacks its day, its risks, an income, or a check of guarantees and water. @article 5.3 */
export const incompleteIdentification: QualityRule = {
  id: 'incomplete-identification',
  name: {
    zh: '监测对象识别信息不完整',
    en: 'An identified case lacks its day, its risks, an income, or a check of guarantees and water.',
  },
  source: '1_11_002',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own, atIdentification, identificationIncomeKept, guaranteesChecked }) {
    if (own === null || own.status === 'UNDER_IDENTIFICATION' || own.status === 'NOT_IDENTIFIED') return null;
    const lacks = [
      own.identifiedOn === null && 'identifiedOn',
      own.risks.length === 0 && 'risks',
      identificationIncomeKept && atIdentification.perCapita === null && 'income',
      guaranteesChecked === false && 'guarantees',
    ].filter((name) => name !== false);
    return own.status === 'WITHDRAWN' || lacks.length === 0 ? null : fault({ lacks });
  },
};
