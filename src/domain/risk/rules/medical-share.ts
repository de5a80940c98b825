import { netIncome } from '../../income/net-income.js';
import { formatYuan } from '../../kernel/money.js';
import type { Finding } from '../finding.js';
import { riskTypeOf, type Situation } from '../situation.js';

/**
 * R04 医疗支出占比 · The own share of medical spending takes the province's share of net income or more.
 *
 * @article 2.1
 */
export function medicalShare({ income, rules }: Situation): readonly Finding[] {
  const threshold = rules.thresholds.medicalSharePercent;
  if (threshold === null || income === null) return [];
  const { medical } = income.rigid;
  const net = netIncome(income);
  if (medical === 0 || medical * 100 < threshold.value * net) return [];
  return [
    {
      rule: 'medical-share',
      riskType: riskTypeOf(rules, 'ILLNESS'),
      severity: 'WARNING',
      message: {
        zh: `医疗自付支出${formatYuan(medical)}元,达到家庭纯收入${formatYuan(net)}元的${threshold.value}%`,
        en: `own medical spending of ${formatYuan(medical)} yuan is ${threshold.value} % or more of the net income of ${formatYuan(net)} yuan`,
      },
      evidence: {
        medical: formatYuan(medical),
        netIncome: formatYuan(net),
        thresholdPercent: threshold.value,
        from: income.from,
        to: income.to,
      },
      missing: [],
      article: '2.1',
      source: threshold.source,
    },
  ];
}
