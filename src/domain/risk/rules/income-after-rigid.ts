import { perCapita, perCapitaAfterRigid, rigidTotal } from '../../income/net-income.js';
import { formatYuan } from '../../kernel/money.js';
import type { Finding } from '../finding.js';
import type { Situation } from '../situation.js';

/**
 * R23 刚性支出 · Income a head after rigid spending is under the line: where net income alone is not, basic life may be in
 * sudden difficulty.
 *
 * Whether it is, the verifier states (R23). Without a line or an income `income-line` has already said what is missing.
 *
 * @article 2.1
 */
export function incomeAfterRigid({ income, rules: { line } }: Situation): readonly Finding[] {
  if (income === null || line === null) return [];
  const spent = rigidTotal(income);
  const left = perCapitaAfterRigid(income);
  if (spent === 0 || left >= line.perCapitaIncome) return [];
  const [amount, least, total] = [formatYuan(left), formatYuan(line.perCapitaIncome), formatYuan(spent)];
  return [
    {
      rule: 'income-after-rigid',
      riskType: null,
      severity: 'WARNING',
      message: {
        zh: `扣除刚性支出${total}元后人均收入${amount}元,低于监测线${least}元`,
        en: `after rigid spending of ${total} yuan income a head is ${amount} yuan, under the monitoring line of ${least} yuan`,
      },
      evidence: {
        line: least,
        perCapita: formatYuan(perCapita(income)),
        perCapitaAfterRigid: amount,
        rigidExpenditure: total,
        from: income.from,
        to: income.to,
      },
      missing: [],
      article: '2.1',
      source: line.source,
    },
  ];
}

/** 突发情形之一 · Net income on or over the line, income after rigid spending under it. @article 2.1 */
export function fallsUnderLineByRigid({ income, rules: { line } }: Situation): boolean {
  if (income === null || line === null) return false;
  return perCapita(income) >= line.perCapitaIncome && perCapitaAfterRigid(income) < line.perCapitaIncome;
}
