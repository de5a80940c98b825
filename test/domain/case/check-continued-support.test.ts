import { describe, expect, it } from 'vitest';
import { checkContinuedSupport } from '../../../src/domain/case/check-continued-support.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCase, said } from './a-case.js';

const TODAY = date('2023-03-02');

describe('checkContinuedSupport', () => {
  it('is looked at again tomorrow at the earliest, for a monitored case, with a reason', () => {
    const goOn = (reviewBy: string, facts = aCase(), reason = 'work is seasonal') =>
      said(checkContinuedSupport(facts, { reason, reviewBy: date(reviewBy) }, TODAY));
    expect(goOn('2023-03-03')).toEqual([]);
    expect(goOn('2023-03-02')).toEqual(['DATE_ORDER reviewBy']);
    expect(goOn('2023-09-01', aCase({ status: 'UNDER_ELIMINATION' }))).toEqual(['INVALID_STATE caseId']);
    expect(goOn('2023-09-01', aCase(), '')).toEqual(['BAD_VALUE reason']);
  });
});
