import type { SpecialGroup } from '../../household/household.js';
import { specialGroupsOf, specialGroupsOfMember, undeterminedGroupsOf } from '../../household/special-groups.js';
import type { LocalizedText } from '../../province/localized-text.js';
import type { Finding } from '../finding.js';
import type { RiskGroup } from '../risk-type.js';
import { riskTypeOf, type Situation } from '../situation.js';

interface GroupWords {
  readonly name: LocalizedText;
  readonly group: RiskGroup | null;
}

const WORDS: Readonly<Record<SpecialGroup, GroupWords>> = {
  CRITICAL_ILLNESS: { name: { zh: '大病重病', en: 'critical illness' }, group: 'ILLNESS' },
  HEAVY_CHRONIC_ILLNESS: { name: { zh: '负担较重的慢性病', en: 'heavy chronic illness' }, group: 'ILLNESS' },
  SEVERE_DISABILITY: {
    name: { zh: '重度残疾(一、二级)', en: 'severe disability (grade 1 or 2)' },
    group: 'DISABILITY',
  },
  INCAPACITATED_ELDERLY: { name: { zh: '失能老年人', en: 'elderly who have lost self-care' }, group: null },
  OTHER: { name: { zh: '其他特殊群体', en: 'another special group' }, group: null },
};

/**
 * R03 特殊群体 · A household with a special group is looked at before others; each group gives a finding.
 *
 * A grade or birth date that is missing leaves a group open, and that is said.
 *
 * @article 2.1
 */
export function specialGroups({ facts: { members }, rules, on }: Situation): readonly Finding[] {
  const source = rules.specialGroupPriority?.source ?? null;
  const found = specialGroupsOf(members, on).map((group): Finding => {
    const persons = members.filter((member) => specialGroupsOfMember(member, on).includes(group)).length;
    const { name, group: riskGroup } = WORDS[group];
    return {
      rule: 'special-groups',
      riskType: riskGroup === null ? null : riskTypeOf(rules, riskGroup),
      severity: 'WARNING',
      message: {
        zh: `家中有${persons}人属于重点关注群体:${name.zh}`,
        en: `${persons} of the household in a special group: ${name.en}`,
      },
      evidence: { group, persons },
      missing: [],
      article: '2.1',
      source,
    };
  });
  const open = undeterminedGroupsOf(members).map((group): Finding => {
    const fact = group === 'SEVERE_DISABILITY' ? 'disability grade' : 'birth date';
    const zh = group === 'SEVERE_DISABILITY' ? '残疾等级' : '出生日期';
    return {
      rule: 'special-groups',
      riskType: null,
      severity: 'INFO',
      message: {
        zh: `有成员缺少${zh},是否属于${WORDS[group].name.zh}无法评估`,
        en: `a member's ${fact} is missing: ${WORDS[group].name.en} is not assessable`,
      },
      evidence: { group },
      missing: [fact],
      article: '2.1',
      source,
    };
  });
  return [...found, ...open];
}
