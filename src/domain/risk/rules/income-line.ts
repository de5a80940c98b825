import { measureOf, NET_INCOME_COMPONENTS } from '../../income/income-concept.js';
import { perCapita } from '../../income/net-income.js';
import { formatYuan } from '../../kernel/money.js';
import type { Finding } from '../finding.js';
import type { Situation } from '../situation.js';

/**
 * R04 收入与监测线 · Income a head in the line's concept and window is held against the line: under it is within the range.
 *
 * A reference, not the only standard: an income on or over the line gives no finding and refuses no category (R23).
 *
 * @article 2.2
 */
export function incomeLine({ income, rules, on }: Situation): readonly Finding[] {
  const { line } = rules;
  if (line === null) {
    return [
      {
        rule: 'income-line',
        riskType: null,
        severity: 'INFO',
        message: {
          zh: `${on}尚无有效的监测线,收入无法评估`,
          en: `no monitoring line is in force on ${on}: income is not assessable`,
        },
        evidence: { on },
        missing: ['monitoring line'],
        article: '2.2',
        source: null,
      },
    ];
  }
  const held = {
    line: formatYuan(line.perCapitaIncome),
    concept: line.concept,
    lineFrom: line.from,
    lineOutdated: line.outdated,
  };
  if (income === null) {
    return [
      {
        rule: 'income-line',
        riskType: null,
        severity: 'WARNING',
        message: {
          zh: `缺少${on}之前一年内截止的${line.windowMonths}个月收入记录,收入无法评估`,
          en: `no income record over ${line.windowMonths} months serves ${on}: income is not assessable`,
        },
        evidence: { ...held, on, windowMonths: line.windowMonths },
        missing: ['income'],
        article: '2.1',
        source: line.source,
      },
    ];
  }
  const found = perCapita(income);
  if (found >= line.perCapitaIncome) return [];
  const [amount, least] = [formatYuan(found), formatYuan(line.perCapitaIncome)];
  const { name } = measureOf(line.concept);
  return [
    {
      rule: 'income-line',
      riskType: null,
      severity: 'WARNING',
      message: {
        zh: `${name.zh}${amount}元,低于监测线${least}元`,
        en: `${name.en} is ${amount} yuan, under the monitoring line of ${least} yuan`,
      },
      evidence: {
        ...held,
        components: NET_INCOME_COMPONENTS,
        perCapita: amount,
        from: income.from,
        to: income.to,
        heads: income.heads,
      },
      missing: [],
      article: '2.2',
      source: line.source,
    },
  ];
}
