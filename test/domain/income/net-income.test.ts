import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  netIncome,
  perCapita,
  perCapitaAfterRigid,
  referencePerCapita,
  rigidTotal,
} from '../../../src/domain/income/net-income.js';
import { fen, yuan } from '../../../src/domain/kernel/money.js';
import { anIncome } from '../risk/a-household.js';

const record = anIncome({
  wages: yuan('20000.00'),
  business: yuan('8000.00'),
  property: yuan('500.00'),
  transfers: yuan('1500.00'),
  businessExpenses: yuan('3000.00'),
  claimsPaid: yuan('2000.00'),
  compliantMedicalCost: yuan('5000.00'),
  rigid: {
    medical: yuan('6000.00'),
    education: yuan('1000.00'),
    disaster: yuan('100.00'),
    accident: yuan('200.00'),
    housing: yuan('300.00'),
    other: yuan('400.00'),
  },
  heads: 3,
});

describe('income', () => {
  it('is 27,000.00 yuan net: four incomes less the costs of production', () => {
    expect(netIncome(record)).toBe(yuan('27000.00'));
    expect(perCapita(record)).toBe(yuan('9000.00'));
  });

  it('is 6,333.33 yuan a head after 8,000.00 of rigid spending among three', () => {
    expect(rigidTotal(record)).toBe(yuan('8000.00'));
    expect(perCapitaAfterRigid(record)).toBe(yuan('6333.33'));
  });

  it('is 8,000.00 yuan a head for reference: plus claims of 2,000.00, less compliant medical cost of 5,000.00', () => {
    expect(referencePerCapita(record)).toBe(yuan('8000.00'));
  });

  it('is negative where production cost more than it brought in', () => {
    const loss = anIncome({ wages: yuan('0.00'), businessExpenses: yuan('0.01') });
    expect(perCapita(loss)).toBe(yuan('-0.01'));
  });

  it('never grows by spending, and by as much as is earned', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
    fc.assert(
      fc.property(amount, amount, (wages, medical) => {
        const earned = anIncome({ wages, rigid: { medical } });
        expect(netIncome(earned)).toBe(wages);
        expect(perCapitaAfterRigid(earned)).toBe(wages - medical);
      }),
    );
  });
});
