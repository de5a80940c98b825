import { fault, type QualityRule } from '../quality-rule.js';

/** 风险为因残但家中无残疾人 · The risk is disability and no member is disabled. @article 5.3 */
export const disabilityRiskWithoutDisabled: QualityRule = {
  id: 'disability-risk-without-disabled',
  name: { zh: '风险为因残但家中无残疾人', en: 'The risk is disability and no member is disabled.' },
  source: '2_11_001',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members }) {
    if (!own?.risks.includes('DISABILITY') || members.length === 0) return null;
    return members.some(({ health }) => health.includes('DISABILITY')) ? null : fault({ members: members.length });
  },
};
