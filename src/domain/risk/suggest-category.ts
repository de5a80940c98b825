import type { CaseCategory } from '../case/monitoring-case.js';
import { fallsUnderLineByRigid } from './rules/income-after-rigid.js';
import { fellSharply } from './rules/income-fall.js';
import { isUnderLine, type Situation } from './situation.js';

/**
 * 建议类别 · The category that the facts point at, for the verifier to confirm; null where they point at none.
 *
 * SUDDEN where net income is on or over the line but income after rigid spending is not, or where income fell by the
 * province's share (R23). Otherwise, where income is under the line or a guarantee is not secured, the category that fits
 * the former status (R02): income over the line refuses neither.
 *
 * @param broughtIn  whether a function of the province brings the household into the range
 * @article 2.1
 */
export function suggestCategory(situation: Situation, broughtIn = false): CaseCategory | null {
  if (fallsUnderLineByRigid(situation) || fellSharply(situation)) return 'SUDDEN_SEVERE_DIFFICULTY';
  if (isUnderLine(situation) !== true && !lacksGuarantee(situation) && !broughtIn) return null;
  return situation.facts.formerStatus === 'FORMERLY_POOR' ? 'UNSTABLE_OUT_OF_POVERTY' : 'MARGINAL_AT_RISK';
}

function lacksGuarantee({ guarantees }: Situation): boolean {
  return guarantees !== null && Object.values(guarantees).includes('NOT_SECURED');
}
