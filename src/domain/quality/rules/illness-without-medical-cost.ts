import { fault, type QualityRule } from '../quality-rule.js';

/** 风险为因病但识别时合规自付支出为零 · The risk is illness and no own medical cost was recorded at identification. @article 5.3 */
export const illnessWithoutMedicalCost: QualityRule = {
  id: 'illness-without-medical-cost',
  name: {
    zh: '风险为因病但识别时合规自付支出为零',
    en: 'The risk is illness and no own medical cost was recorded at identification.',
  },
  source: '5_15_020',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, atIdentification }) {
    return own?.risks.includes('ILLNESS') && atIdentification.compliantMedicalCost === 0
      ? fault({ compliantMedicalCostFen: 0 })
      : null;
  },
};
