import { describe, expect, it } from 'vitest';
import { withinCap } from '../../../../src/domain/support/checks/within-cap.js';
import { said } from '../../case/a-case.js';
import { aPlan, cents, planned } from '../a-plan.js';

const budget = (amount: string, instrument = 'house-renovation') =>
  said(withinCap(aPlan({ measures: [planned(instrument, [], { budget: cents(amount) })] })));

describe('withinCap', () => {
  it('takes 30,000.00 yuan under a cap of 30,000.00 and refuses 30,000.01', () => {
    expect(budget('30000.00')).toEqual([]);
    expect(budget('30000.01')).toEqual(['RULE_VIOLATION measures.0.budget']);
  });

  it('takes any budget without a cap, 0.00 too, and refuses -0.01', () => {
    expect(budget('1000000.00', 'medical-assistance')).toEqual([]);
    expect(budget('0.00')).toEqual([]);
    expect(budget('-0.01')).toEqual(['BAD_VALUE measures.0.budget']);
  });
});
