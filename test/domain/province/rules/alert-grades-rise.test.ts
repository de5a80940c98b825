import { describe, expect, it } from 'vitest';
import { checkAlertGrades } from '../../../../src/domain/province/rules/alert-grades-rise.js';
import { type AlertKindDraft, alertKind } from '../../../../src/province-sdk/index.js';

const faults = (draft: Pick<AlertKindDraft, 'grade' | 'grades'>): string[] =>
  checkAlertGrades(
    alertKind({
      code: 'medical',
      name: { zh: '医疗自付', en: 'Own medical cost' },
      department: 'MEDICAL_SECURITY',
      threshold: { amount: '10000.00', per: 'YEAR' },
      ...draft,
    }),
  ).map(({ message }) => message);

describe('checkAlertGrades', () => {
  it('takes grades whose amounts rise with their gravity, however they are written', () => {
    expect(faults({ grade: 'YELLOW', grades: { RED: '30000.00', ORANGE: '20000.00' } })).toEqual([]);
    expect(faults({})).toEqual([]);
  });

  it('names an orange from as much as red, and takes it from a fen less', () => {
    expect(faults({ grades: { RED: '30000.00', ORANGE: '30000.00' } })).toHaveLength(1);
    expect(faults({ grades: { RED: '30000.00', ORANGE: '29999.99' } })).toEqual([]);
  });

  it('names a grade from 9,999.99 yuan where alerts are sent from 10,000.00', () => {
    expect(faults({ grades: { RED: '9999.99' } })).toHaveLength(1);
    expect(faults({ grades: { RED: '10000.00' } })).toEqual([]);
  });

  it('names a grade that is no graver than the one of every alert', () => {
    expect(faults({ grade: 'RED', grades: { ORANGE: '20000.00' } })).toHaveLength(1);
  });
});
