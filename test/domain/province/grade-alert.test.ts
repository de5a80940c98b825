import { describe, expect, it } from 'vitest';
import { yuan } from '../../../src/domain/kernel/money.js';
import { gradeOfAlert, isAlert } from '../../../src/domain/province/grade-alert.js';
import { alertKind } from '../../../src/province-sdk/index.js';

const MEDICAL = alertKind({
  code: 'medical',
  name: { zh: '医疗自付', en: 'Own medical cost' },
  department: 'MEDICAL_SECURITY',
  formerStatus: 'GENERAL',
  grade: 'YELLOW',
  grades: { ORANGE: '30000.00', RED: '50000.00' },
  threshold: { amount: '20000.00', per: 'YEAR' },
});
const DISASTER = alertKind({ code: 'disaster', name: { zh: '受灾', en: 'Disaster' }, department: 'EMERGENCY' });
const told = (amount: string | null, formerStatus: 'GENERAL' | 'FORMERLY_POOR' | null = 'GENERAL') => ({
  amount: amount === null ? null : yuan(amount),
  formerStatus,
});

describe('isAlert', () => {
  it('is one from 20,000.00 yuan on and none at 19,999.99', () => {
    expect([isAlert(MEDICAL, told('20000.00')), isAlert(MEDICAL, told('19999.99'))]).toEqual([true, false]);
  });

  it('is none for a household of another former status, and open while the household or the amount is not known', () => {
    expect(isAlert(MEDICAL, told('50000.00', 'FORMERLY_POOR'))).toBe(false);
    expect(isAlert(MEDICAL, told('50000.00', null))).toBeNull();
    expect(isAlert(MEDICAL, told(null))).toBeNull();
    expect(isAlert(MEDICAL, told('19999.99', null))).toBe(false);
  });

  it('is any event of a kind without a threshold', () => {
    expect(isAlert(DISASTER, told(null, null))).toBe(true);
  });
});

describe('gradeOfAlert', () => {
  it('is yellow at 29,999.99, orange from 30,000.00, and red from 50,000.00 and not at 49,999.99', () => {
    const grades = ['29999.99', '30000.00', '49999.99', '50000.00'].map((text) => gradeOfAlert(MEDICAL, yuan(text)));
    expect(grades).toEqual(['YELLOW', 'ORANGE', 'ORANGE', 'RED']);
  });

  it('is that of its kind without an amount, and none where no text grades it', () => {
    expect(gradeOfAlert(MEDICAL, null)).toBe('YELLOW');
    expect(gradeOfAlert(DISASTER, yuan('1.00'))).toBeNull();
  });
});
