import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import type { RiskGroup, RiskType } from '../../domain/risk/risk-type.js';
import type { SeededRandom } from './seeded-random.js';

/** How often each group stands behind a case; chosen, no text gives shares. */
const WEIGHTS: Readonly<Record<RiskGroup, number>> = {
  ILLNESS: 36,
  EDUCATION: 8,
  DISABILITY: 13,
  DISASTER: 5,
  ACCIDENT: 6,
  EMPLOYMENT: 13,
  INDUSTRY: 5,
  LABOUR_SHORTAGE: 7,
  HOUSING: 3,
  DRINKING_WATER: 2,
  INCOME_DROP: 3,
  OTHER: 2,
};

/** Spending or a loss that comes at once. */
const SUDDEN: readonly RiskGroup[] = ['ILLNESS', 'ACCIDENT', 'DISASTER', 'INCOME_DROP'];

/**
 * 拟定风险 · One to three risk types of the province that fit the household: no unsteady job where nobody can work, no lack of
 * labour where everybody can, no school costs without a child.
 *
 * @param labour  somebody can work; false: nobody
 * @article 4.2
 */
export function chooseRisks(
  riskTypes: readonly RiskType[],
  household: { readonly category: CaseCategory; readonly size: number; readonly labour: boolean },
  random: SeededRandom,
): RiskType[] {
  const { category, size, labour } = household;
  const wanted = random.weighted([
    [1, 72],
    [2, 23],
    [3, 5],
  ]);
  const chosen: RiskType[] = [];
  while (chosen.length < wanted) {
    const open = riskTypes.filter(
      ({ group }) => !chosen.some((other) => other.group === group) && fits(group, size, labour),
    );
    if (open.length === 0) break;
    const weight = ({ group }: RiskType): number =>
      WEIGHTS[group] * (category === 'SUDDEN_SEVERE_DIFFICULTY' && SUDDEN.includes(group) ? 3 : 1);
    chosen.push(random.weighted(open.map((type) => [type, weight(type)] as const)));
  }
  return chosen;
}

function fits(group: RiskGroup, size: number, labour: boolean): boolean {
  if (group === 'EDUCATION') return size >= 2;
  if (group === 'EMPLOYMENT' || group === 'INDUSTRY') return labour;
  // Of a family whose labour lasts somebody works; that others cannot shows in those who are ill, old or young.
  if (group === 'LABOUR_SHORTAGE') return !labour || size >= 3;
  return true;
}
