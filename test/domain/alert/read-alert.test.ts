import { describe, expect, it } from 'vitest';
import { type AlertRow, readAlert } from '../../../src/domain/alert/read-alert.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const ROW: AlertRow = {
  reference: 'YB-2023-1',
  department: 'MEDICAL_SECURITY',
  kind: 'outpatient-cost',
  raisedOn: '2023-11-30',
  idNumber: '11010519491231002x',
  region: '430121',
  amount: '500.00',
};
const TODAY = date('2023-11-30');
const read = (more: Partial<AlertRow> = {}) => readAlert({ ...ROW, ...more }, 'MEDICAL_SECURITY', TODAY);
const faults = (more: Partial<AlertRow>): string[] => {
  const found = read(more);
  return 'refusals' in found ? found.refusals.map(({ code, path }) => `${code} ${path.join('.')}`) : [];
};

describe('reading an alert', () => {
  it('reads one of today, its ID number with a capital X and its amount in fen', () => {
    expect(read()).toEqual({
      entry: {
        reference: 'YB-2023-1',
        kind: 'outpatient-cost',
        raisedOn: '2023-11-30',
        idNumber: '11010519491231002X',
        householdNumber: null,
        region: '430121',
        amount: 50_000,
        payload: {},
      },
    });
  });

  it('refuses a day after today and takes today', () => {
    expect(faults({ raisedOn: '2023-12-01' })).toEqual(['DATE_IN_FUTURE input.raisedOn']);
    expect(faults({ raisedOn: '2023-11-30' })).toEqual([]);
  });

  it('takes zero yuan and refuses one fen less', () => {
    expect(faults({ amount: '0.00' })).toEqual([]);
    expect(faults({ amount: '-0.01' })).toEqual(['BAD_VALUE input.amount']);
    expect(faults({ amount: '500.005' })).toEqual(['BAD_VALUE input.amount']);
  });

  it('says of an ID number in floating point that a spreadsheet lost its end', () => {
    const found = read({ idNumber: '1.10105E+17' });
    expect('refusals' in found && found.refusals[0]?.message).toContain('floating-point');
  });

  it('takes a reference of 17 digits and refuses one of 18 or of 15, which may be an identity number', () => {
    expect(faults({ reference: '12345678901234567' })).toEqual([]);
    expect(faults({ reference: '123456789012345678' })).toEqual(['BAD_VALUE input.reference']);
    expect(faults({ reference: '123456789012345' })).toEqual(['BAD_VALUE input.reference']);
  });

  it('collects every reason, and repeats no number of a person', () => {
    const wrong = {
      reference: ' ',
      department: 'HEALTH',
      kind: '',
      raisedOn: 'x',
      idNumber: '110105194912310021',
      region: '43',
      amount: 'x',
    };
    expect(faults(wrong)).toEqual([
      'BAD_VALUE input.reference',
      'BAD_VALUE input.department',
      'BAD_VALUE input.kind',
      'BAD_VALUE input.raisedOn',
      'BAD_VALUE input.idNumber',
      'BAD_VALUE input.region',
      'BAD_VALUE input.amount',
    ]);
    expect(JSON.stringify(read(wrong))).not.toContain('110105194912310021');
  });

  it('asks whom it is about: the number of the household will do', () => {
    expect(faults({ idNumber: null })).toEqual(['BAD_VALUE input.idNumber']);
    expect(faults({ idNumber: null, householdNumber: '430121H0000000001' })).toEqual([]);
  });
});
