import { perCapita } from '../../income/net-income.js';
import { formatYuan } from '../../kernel/money.js';
import type { Finding } from '../finding.js';
import { riskTypeOf, type Situation } from '../situation.js';

/**
 * R23 收入大幅缩减 · Net income a head fell by the province's share or more against the window before.
 *
 * Exact: the fall in fen × 100 is held against share × income before, nothing is rounded.
 *
 * @article 2.1
 */
export function incomeFall(situation: Situation): readonly Finding[] {
  const { income, incomeBefore, rules, on } = situation;
  const threshold = rules.thresholds.incomeFallPercent;
  if (threshold === null || income === null) return [];
  if (incomeBefore === null) {
    return [
      {
        rule: 'income-fall',
        riskType: null,
        severity: 'INFO',
        message: {
          zh: `缺少${income.from}之前一个窗口的收入记录,收入是否大幅缩减无法评估`,
          en: `no income record of the window before ${income.from}: a fall of income is not assessable`,
        },
        evidence: { on, thresholdPercent: threshold.value },
        missing: ['income of the window before'],
        article: '2.1',
        source: threshold.source,
      },
    ];
  }
  if (!fellSharply(situation)) return [];
  const [before, now] = [perCapita(incomeBefore), perCapita(income)];
  return [
    {
      rule: 'income-fall',
      riskType: riskTypeOf(rules, 'INCOME_DROP'),
      severity: 'WARNING',
      message: {
        zh: `人均纯收入由${formatYuan(before)}元降至${formatYuan(now)}元,降幅达到${threshold.value}%`,
        en: `net income a head fell from ${formatYuan(before)} to ${formatYuan(now)} yuan, by ${threshold.value} % or more`,
      },
      evidence: {
        before: formatYuan(before),
        perCapita: formatYuan(now),
        thresholdPercent: threshold.value,
        windowBefore: { from: incomeBefore.from, to: incomeBefore.to },
        window: { from: income.from, to: income.to },
      },
      missing: [],
      article: '2.1',
      source: threshold.source,
    },
  ];
}

/** 突发情形之二 · The fall reaches the share; no where a fact or the share is missing. @article 2.1 */
export function fellSharply({ income, incomeBefore, rules }: Situation): boolean {
  const threshold = rules.thresholds.incomeFallPercent;
  if (threshold === null || income === null || incomeBefore === null) return false;
  const before = perCapita(incomeBefore);
  const fall = before - perCapita(income);
  return before > 0 && fall * 100 >= threshold.value * before;
}
