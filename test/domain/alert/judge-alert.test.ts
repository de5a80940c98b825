import { describe, expect, it } from 'vitest';
import { checkAlertKind, judgeAlert } from '../../../src/domain/alert/judge-alert.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import type { AlertKind } from '../../../src/domain/province/alert-kind.js';

const KIND: AlertKind = {
  code: 'inpatient',
  name: { zh: '住院自付', en: 'Inpatient' },
  department: 'MEDICAL_SECURITY',
  grade: 'YELLOW',
  grades: [{ grade: 'RED', from: yuan('30000.00') }],
  formerStatus: 'FORMERLY_POOR',
  threshold: { amount: yuan('5000.00'), per: 'YEAR' },
  everyMonths: 1,
};
const check = (more: object, sender: 'MEDICAL_SECURITY' | 'HEALTH' = 'MEDICAL_SECURITY') =>
  checkAlertKind({ kind: 'inpatient', amount: yuan('5000.00'), ...more }, [KIND], sender);

describe('the kind of an alert', () => {
  it('takes 5,000.00 yuan and refuses 4,999.99 under a threshold of 5,000.00', () => {
    expect(check({})).toEqual({ kind: KIND });
    expect(check({ amount: yuan('4999.99') })).toMatchObject({ refusals: [{ path: ['input', 'amount'] }] });
    expect(check({ amount: null })).toMatchObject({ refusals: [{ path: ['input', 'amount'] }] });
  });

  it("refuses a kind that the province does not list, or lists for another department, and names the department's own", () => {
    expect(check({ kind: 'x' })).toMatchObject({ refusals: [{ message: expect.stringContaining('inpatient') }] });
    expect(check({}, 'HEALTH')).toMatchObject({ refusals: [{ path: ['input', 'kind'] }] });
  });
});

describe('the judgement of an alert', () => {
  it('gives RED from 30,000.00 yuan and YELLOW one fen under', () => {
    expect(judgeAlert(KIND, yuan('30000.00'), 'FORMERLY_POOR')).toEqual({ grade: 'RED', toVerify: true });
    expect(judgeAlert(KIND, yuan('29999.99'), 'FORMERLY_POOR')).toEqual({ grade: 'YELLOW', toVerify: true });
  });

  it('has nothing to verify for a household of the other former status, and waits where it is not known', () => {
    expect(judgeAlert(KIND, yuan('9000.00'), 'GENERAL').toVerify).toBe(false);
    expect(judgeAlert(KIND, yuan('9000.00'), null).toVerify).toBe(true);
  });

  it('gives BLUE, the lightest, where no text grades the kind', () => {
    expect(judgeAlert({ ...KIND, grade: null, grades: [] }, yuan('9000.00'), null).grade).toBe('BLUE');
  });
});
