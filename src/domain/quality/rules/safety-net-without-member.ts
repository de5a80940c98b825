import { fault, type QualityRule } from '../quality-rule.js';

/** 享受低保或特困措施但家中无低保或特困人口 · A safety-net measure was delivered and no member has subsistence allowance or extreme-poverty support. @article 5.3 */
export const safetyNetWithoutMember: QualityRule = {
  id: 'safety-net-without-member',
  name: {
    zh: '享受低保或特困措施但家中无低保或特困人口',
    en: 'A safety-net measure was delivered and no member has subsistence allowance or extreme-poverty support.',
  },
  source: '4_11_015',
  severity: 'WARNING',
  thresholds: {},
  find({ case: own, members }) {
    if (own === null || own.measures === null || members.length === 0) return null;
    if (!own.measures.some(({ socialSecurity, delivered }) => delivered && socialSecurity)) return null;
    return members.some(({ safetyNet }) => safetyNet !== 'NONE') ? null : fault({ members: members.length });
  },
};
