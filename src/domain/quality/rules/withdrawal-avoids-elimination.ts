import { fault, type QualityRule } from '../quality-rule.js';

/** R20 以退出代替风险消除 · A monitored case was withdrawn as died out or moved away, and the household is still registered with its members. @article 5.3 */
export const withdrawalAvoidsElimination: QualityRule = {
  id: 'withdrawal-avoids-elimination',
  name: {
    zh: '以退出代替风险消除',
    en: 'A monitored case was withdrawn as died out or moved away, and the household is still registered with its members.',
  },
  source: 'R20, 5.3',
  severity: 'CRITICAL',
  thresholds: {},
  find({ case: own, inRegister, members }) {
    if (own?.status !== 'WITHDRAWN' || own.identifiedOn === null || !inRegister || members.length === 0) return null;
    const gone = own.withdrawalReason === 'DIED_OUT' || own.withdrawalReason === 'MOVED_AWAY';
    return gone ? fault({ reason: own.withdrawalReason, members: members.length }) : null;
  },
};
