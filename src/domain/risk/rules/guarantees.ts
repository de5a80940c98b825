import type { GuaranteeName } from '../../guarantee/guarantee-check.js';
import { notSecure } from '../../guarantee/guarantees-on.js';
import type { LocalizedText } from '../../province/localized-text.js';
import type { Finding } from '../finding.js';
import type { RiskGroup } from '../risk-type.js';
import { riskTypeOf, type Situation } from '../situation.js';

interface GuaranteeWords {
  readonly name: LocalizedText;
  /** The national group of the risk that a gap points at; null for food and clothing, which no group names. */
  readonly group: RiskGroup | null;
}

const WORDS: Readonly<Record<GuaranteeName, GuaranteeWords>> = {
  food: { name: { zh: '吃饭', en: 'food' }, group: null },
  clothing: { name: { zh: '穿衣', en: 'clothing' }, group: null },
  compulsoryEducation: { name: { zh: '义务教育', en: 'compulsory education' }, group: 'EDUCATION' },
  basicMedicalCare: { name: { zh: '基本医疗', en: 'basic medical care' }, group: 'ILLNESS' },
  safeHousing: { name: { zh: '住房安全', en: 'safe housing' }, group: 'HOUSING' },
  drinkingWater: { name: { zh: '饮水安全', en: 'safe drinking water' }, group: 'DRINKING_WATER' },
};

/**
 * R04 两不愁三保障及饮水安全 · Each guarantee that is not SECURE at the newest check gives a finding of its own.
 *
 * @article 2.1
 */
export function guarantees({ guarantees: check, rules, on }: Situation): readonly Finding[] {
  if (check === null) {
    return [
      {
        rule: 'guarantees',
        riskType: null,
        severity: 'WARNING',
        message: {
          zh: `截至${on}无“两不愁三保障”及饮水安全核查记录,无法评估`,
          en: `no check of the guarantees by ${on}: they are not assessable`,
        },
        evidence: { on },
        missing: ['guarantee check'],
        article: '2.1',
        source: null,
      },
    ];
  }
  return notSecure(check).map((guarantee) => {
    const { name, group } = WORDS[guarantee];
    const lost = check[guarantee] === 'NOT_SECURED';
    return {
      rule: 'guarantees',
      riskType: group === null ? null : riskTypeOf(rules, group),
      severity: lost ? 'CRITICAL' : 'WARNING',
      message: {
        zh: `${name.zh}${lost ? '未保障' : '有风险'}(${check.checkedOn}核查)`,
        en: `${name.en} ${lost ? 'is not secured' : 'is at risk'} (checked on ${check.checkedOn})`,
      },
      evidence: { guarantee, status: check[guarantee], checkedOn: check.checkedOn },
      missing: [],
      article: '2.1',
      source: null,
    };
  });
}
