import { measureOf, NET_INCOME_COMPONENTS } from '../../income/income-concept.js';
import { perCapita } from '../../income/net-income.js';
import { formatYuan } from '../../kernel/money.js';
import type { Finding } from '../finding.js';
import type { Situation } from '../situation.js';

/**
 * R04 收入口径 · Where the line measures income in a concept that the register's components do not tell, the assessment says
 * so on either side of the line: what is missing is never taken for fine.
 *
 * @article 2.2
 */
export function incomeConcept({ income, rules: { line } }: Situation): readonly Finding[] {
  if (income === null || line === null) return [];
  const { concept, madeOf, missing } = measureOf(line.concept);
  if (missing.length === 0) return [];
  return [
    {
      rule: 'income-concept',
      riskType: null,
      severity: 'INFO',
      message: madeOf,
      evidence: {
        concept,
        heldAgainstLine: 'NET_INCOME',
        components: NET_INCOME_COMPONENTS,
        perCapita: formatYuan(perCapita(income)),
        line: formatYuan(line.perCapitaIncome),
      },
      missing,
      article: '2.2',
      source: line.source,
    },
  ];
}
