import type { HazardRule } from '../../hazard/hazard-rule.js';
import type { Reason } from '../../kernel/verdict.js';

/**
 * R19 筛查规则有条件 · A rule of hazards names at least one kind and asks something of a household: one that asks nothing would single
 * everybody out, whoever lives there.
 *
 * @returns empty where it does
 * @article 2.3
 */
export function checkHazardRule({ code, kinds, households }: HazardRule): Reason[] {
  const reason = (message: string): Reason => ({
    code: 'hazard-rule-open',
    message: `"${code}": ${message}`,
    article: '2.3',
    evidence: { rule: code },
  });
  return [
    ...(kinds.length === 0 ? [reason('names no kind of hazard, so it never applies')] : []),
    ...(Object.keys(households).length === 0 ? [reason('asks nothing of a household')] : []),
    ...(households.notSecure?.length === 0 ? [reason('names no guarantee under notSecure')] : []),
  ];
}
