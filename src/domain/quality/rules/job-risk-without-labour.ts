import { ABLE } from '../able.js';
import { fault, type QualityRule } from '../quality-rule.js';

/** 因务工就业不稳但家中无劳动力 · The risk is unstable work and no member has labour capacity. @article 5.3 */
export const jobRiskWithoutLabour: QualityRule = {
  id: 'job-risk-without-labour',
  name: { zh: '因务工就业不稳但家中无劳动力', en: 'The risk is unstable work and no member has labour capacity.' },
  source: '2_11_006',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members }) {
    if (!own?.risks.includes('EMPLOYMENT') || members.length === 0) return null;
    return members.some(({ labour }) => ABLE.includes(labour)) ? null : fault({ members: members.length });
  },
};
