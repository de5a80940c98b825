import type { HealthCondition } from '../../household/household.js';
import type { Finding } from '../finding.js';
import { riskTypeOf, type Situation } from '../situation.js';

const ILLNESSES: readonly HealthCondition[] = ['CHRONIC_ILLNESS', 'HEAVY_CHRONIC_ILLNESS', 'CRITICAL_ILLNESS'];

/**
 * R04 病残一致性 · Illness and spending on it are held together: heavy illness without any medical spending recorded, or
 * medical spending without any illness recorded, is for the verifier to look at.
 *
 * After the data-quality rule on 因病 with no own compliant medical cost (5_15_020). Without an income record, nothing is
 * said here: `income-line` has said that it is missing.
 *
 * @article G
 */
export function healthConsistency({ facts: { members }, income, rules }: Situation): readonly Finding[] {
  if (income === null) return [];
  const count = (conditions: readonly HealthCondition[]): number =>
    members.filter((member) => member.health.some((condition) => conditions.includes(condition))).length;
  const heavilyIll = count(['CRITICAL_ILLNESS', 'HEAVY_CHRONIC_ILLNESS']);
  const unwell = count([...ILLNESSES, 'DISABILITY']);
  const spent = income.compliantMedicalCost > 0 || income.rigid.medical > 0;
  const shared = {
    rule: 'health-consistency',
    riskType: riskTypeOf(rules, 'ILLNESS'),
    severity: 'INFO',
    missing: [],
    article: 'G',
    source: null,
  } as const;
  if (heavilyIll > 0 && !spent) {
    const message = {
      zh: `家中有${heavilyIll}名大病或重慢病患者,但${income.from}至${income.to}未登记医疗自付支出`,
      en: `${heavilyIll} with critical or heavy chronic illness, but no medical spending is recorded from ${income.from} to ${income.to}`,
    };
    return [{ ...shared, message, evidence: { heavilyIll, from: income.from, to: income.to } }];
  }
  if (unwell === 0 && spent) {
    const message = {
      zh: `${income.from}至${income.to}登记了医疗自付支出,但无成员登记疾病或残疾`,
      en: `medical spending is recorded from ${income.from} to ${income.to}, but no member's illness or disability is`,
    };
    return [{ ...shared, message, evidence: { unwell, from: income.from, to: income.to } }];
  }
  return [];
}
