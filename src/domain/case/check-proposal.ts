import type { FormerStatus } from '../household/household.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { VerificationSection } from '../procedure/step-act.js';
import type { RiskType } from '../risk/risk-type.js';
import { checkCategory } from './rules/r02-category-fits-former-status.js';

/**
 * 拟定类别与风险 · What a verification proposes fits the household (R02) and the province's risk types.
 *
 * @param riskTypes  those that the province knows on the day of the run
 * @article 2.1
 */
export function checkProposal(
  verification: VerificationSection,
  formerStatus: FormerStatus,
  riskTypes: readonly RiskType[],
): Refusal[] {
  const refusals = verification.category ? checkCategory(verification.category, formerStatus) : [];
  (verification.risks ?? []).forEach((risk, index) => {
    if (riskTypes.some((known) => known.code === risk.riskType)) return;
    const message = `the province knows no risk type "${risk.riskType}"; it knows ${codesOf(riskTypes)}`;
    refusals.push(refuse('BAD_VALUE', message, ['verification', 'risks', String(index), 'riskType'], '4.2'));
  });
  return refusals;
}

const codesOf = (riskTypes: readonly RiskType[]): string => riskTypes.map((known) => known.code).join(', ') || 'none';
