import { describe, expect, it } from 'vitest';
import { checkProposal } from '../../../src/domain/case/check-proposal.js';
import { RISK_TYPES, said } from './a-case.js';

describe('checkProposal', () => {
  it('names a category that does not fit and each risk type that the province does not know', () => {
    const risks = [
      { riskType: 'illness', primary: true },
      { riskType: 'debt', primary: false },
    ];
    const verification = {
      visitors: ['v'],
      mode: 'VISIT',
      findings: 'f',
      category: 'MARGINAL_AT_RISK',
      risks,
    } as const;
    expect(said(checkProposal(verification, 'FORMERLY_POOR', RISK_TYPES))).toEqual([
      'RULE_VIOLATION verification.category',
      'BAD_VALUE verification.risks.1.riskType',
    ]);
    expect(checkProposal({ ...verification, risks: risks.slice(0, 1) }, 'GENERAL', RISK_TYPES)).toEqual([]);
  });
});
