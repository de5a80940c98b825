import { describe, expect, it } from 'vitest';
import type { VerificationSection } from '../../../../src/domain/procedure/step-act.js';
import { anIdentification, aProcedure, aRun, aStep, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();
const good = passing('verification', '2023-03-02').verification as VerificationSection;
const verify = (set: Partial<VerificationSection>, act = {}) =>
  refusalsOf(
    { definition, run: aRun(definition) },
    passing('verification', '2023-03-02', { verification: { ...good, ...set }, ...act }),
  );

describe('verificationComplete', () => {
  it('takes one visitor and refuses none, and one without a name', () => {
    expect(verify({ visitors: ['v-1'] })).toEqual([]);
    expect(verify({ visitors: [] })).toEqual(['BAD_VALUE input.verification.visitors']);
    expect(verify({ visitors: ['v-1', ' '] })).toEqual(['BAD_VALUE input.verification.visitors.1']);
  });

  it('asks an identification that passes for the category and one risk', () => {
    expect(verify({ category: null })).toEqual(['BAD_VALUE input.verification.category']);
    expect(verify({ risks: [] })).toEqual(['BAD_VALUE input.verification.risks']);
  });

  it('asks for neither where the verification rejects', () => {
    expect(verify({ category: null, risks: null }, { outcome: 'REJECTED', note: 'well off' })).toEqual([]);
  });

  it('refuses the same risk twice, and two primary ones', () => {
    const risks = [
      { riskType: 'illness', primary: true },
      { riskType: 'illness', primary: true },
    ];
    expect(verify({ risks })).toEqual([
      'BAD_VALUE input.verification.risks.1.riskType',
      'BAD_VALUE input.verification.risks',
    ]);
  });

  it('takes no category and no risks in an elimination', () => {
    const elimination = aProcedure('ELIMINATION', [aStep('HOUSEHOLD_VERIFICATION', 'verification', [])]);
    const ask = (verification: VerificationSection) =>
      refusalsOf(
        { definition: elimination, run: aRun(elimination) },
        passing('verification', '2023-03-02', { verification }),
      );
    expect(ask({ visitors: ['v-1'], mode: 'PHONE', findings: 'steady' })).toEqual([]);
    expect(ask(good)).toEqual(['BAD_VALUE input.verification.category', 'BAD_VALUE input.verification.risks']);
  });
});
