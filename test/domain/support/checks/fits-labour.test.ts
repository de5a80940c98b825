import { describe, expect, it } from 'vitest';
import { fitsLabour } from '../../../../src/domain/support/checks/fits-labour.js';
import { said } from '../../case/a-case.js';
import { aPlan, NO_LABOUR, planned, WEAK_LABOUR } from '../a-plan.js';

describe('fitsLabour', () => {
  it('refuses a public-welfare job to a household without labour and gives it to one with weak labour', () => {
    const measures = [planned('welfare-job', [])];
    expect(said(fitsLabour(aPlan({ measures, labour: NO_LABOUR })))).toEqual(['RULE_VIOLATION measures.0.instrument']);
    expect(fitsLabour(aPlan({ measures, labour: WEAK_LABOUR }))).toEqual([]);
  });

  it('gives a household without labour what needs none', () => {
    expect(fitsLabour(aPlan({ measures: [planned('industry-award', [])], labour: NO_LABOUR }))).toEqual([]);
  });
});
