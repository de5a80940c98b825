import { hasOnlyWeakLabour, labourCount } from '../../household/labour.js';
import type { Finding } from '../finding.js';
import { riskTypeOf, type Situation } from '../situation.js';

/**
 * R04 劳动能力 · A household without labour, or with weak or half labour only, is short of labour.
 *
 * @article 3.3
 */
export function labour({ facts: { members }, rules }: Situation): readonly Finding[] {
  const evidence = { members: members.length, labour: labourCount(members) };
  const shared = { rule: 'labour', evidence, source: null } as const;
  if (members.length === 0) {
    const message = { zh: '无在户成员,劳动能力无法评估', en: 'no member is present: labour is not assessable' };
    return [{ ...shared, riskType: null, severity: 'WARNING', message, missing: ['members'], article: '2.1' }];
  }
  const riskType = riskTypeOf(rules, 'LABOUR_SHORTAGE');
  if (evidence.labour === 0) {
    const message = {
      zh: `${members.length}口人均无劳动能力,应落实社会保障措施`,
      en: `none of ${members.length} members can work: the safety net is called for`,
    };
    return [{ ...shared, riskType, severity: 'WARNING', message, missing: [], article: '4.2' }];
  }
  if (!hasOnlyWeakLabour(members)) return [];
  const message = {
    zh: `${members.length}口人中仅有${evidence.labour}个弱劳动力或半劳动力`,
    en: `of ${members.length} members ${evidence.labour} can work, weak or half labour only`,
  };
  return [{ ...shared, riskType, severity: 'INFO', message, missing: [], article: '4.2' }];
}
