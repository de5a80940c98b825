import type { FormerStatus } from '../../household/household.js';
import { type Refusal, refuse } from '../../kernel/verdict.js';
import type { CaseCategory } from '../monitoring-case.js';

/**
 * 类别与户类型 · The former status that each category asks for; null where either will do.
 *
 * Inferred from the terms: 脱贫不稳定户 were registered and left poverty, 边缘易致贫户 were never registered.
 *
 * @article 2.1
 */
export const FORMER_STATUS_OF_CATEGORY: Readonly<Record<CaseCategory, FormerStatus | null>> = {
  UNSTABLE_OUT_OF_POVERTY: 'FORMERLY_POOR',
  MARGINAL_AT_RISK: 'GENERAL',
  SUDDEN_SEVERE_DIFFICULTY: null,
};

/**
 * R02 类别相符 · Whether a category is open to a household of a former status.
 *
 * @article 2.1
 */
export function categoryFits(category: CaseCategory, formerStatus: FormerStatus): boolean {
  const needed = FORMER_STATUS_OF_CATEGORY[category];
  return needed === null || needed === formerStatus;
}

/** R02 类别相符 · Refuses a category that the household's former status does not allow. @article 2.1 */
export function checkCategory(
  category: CaseCategory,
  formerStatus: FormerStatus,
  path: readonly string[] = ['verification', 'category'],
): Refusal[] {
  if (categoryFits(category, formerStatus)) return [];
  const needed = FORMER_STATUS_OF_CATEGORY[category];
  const message = `R02: ${category} is for households that are ${needed}; this one is ${formerStatus}`;
  return [refuse('RULE_VIOLATION', message, path, '2.1')];
}
