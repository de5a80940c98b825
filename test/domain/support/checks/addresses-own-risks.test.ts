import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { addressesOwnRisks } from '../../../../src/domain/support/checks/addresses-own-risks.js';
import { aRisk, said } from '../../case/a-case.js';
import { aPlan, planned } from '../a-plan.js';

const addressing = (instrument: string, codes: readonly string[], risks = [aRisk('illness')]) =>
  said(addressesOwnRisks(aPlan({ risks, measures: [planned(instrument, codes)] })));

describe('addressesOwnRisks', () => {
  it('refuses a risk that the case does not have, at its place in the list', () => {
    expect(addressing('medical-assistance', ['illness', 'schooling'])).toEqual([
      'RULE_VIOLATION measures.0.addresses.1',
    ]);
  });

  it('refuses a risk that was resolved', () => {
    const resolved = [aRisk('illness', { resolvedOn: date('2023-02-01') })];
    expect(addressing('medical-assistance', ['illness'], resolved)).toEqual(['RULE_VIOLATION measures.0.addresses.0']);
  });

  it('refuses a risk that the instrument does not address', () => {
    expect(addressing('house-renovation', ['illness'])).toEqual(['RULE_VIOLATION measures.0.addresses.0']);
  });

  it('takes a measure that addresses none: for a guarantee, a need or labour', () => {
    expect(addressing('industry-award', [])).toEqual([]);
  });
});
