import { describe, expect, it } from 'vitest';
import { decideRollback, type Rollback } from '../../../src/domain/case/decide-rollback.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aCase, said } from './a-case.js';

const TODAY = date('2023-03-02');

describe('decideRollback', () => {
  const roll = (set: Partial<Rollback> = {}) => {
    const result = decideRollback({
      facts: aCase({ status: 'RISK_ELIMINATED', eliminatedOn: date('2023-02-01') }),
      on: TODAY,
      today: TODAY,
      reason: 'wrong household',
      lastDay: TODAY,
      hasOpenCase: false,
      ...set,
    });
    return 'refusals' in result ? said(result.refusals) : result.status;
  };

  it('is monitored again on the last day of the limit and not on the day after', () => {
    expect(roll()).toBe('MONITORED');
    expect(roll({ lastDay: date('2023-03-01') })).toEqual(['RULE_VIOLATION on']);
    expect(roll({ lastDay: null })).toBe('MONITORED');
  });

  it('takes the day it was marked, 1 February, and refuses 31 January', () => {
    expect(roll({ on: date('2023-02-01') })).toBe('MONITORED');
    expect(roll({ on: date('2023-01-31') })).toEqual(['DATE_ORDER on']);
  });

  it('takes nothing back where a new case is open, without a reason, or of a case that is not eliminated', () => {
    expect(roll({ hasOpenCase: true, reason: '' })).toEqual(['CASE_ALREADY_OPEN caseId', 'BAD_VALUE reason']);
    expect(roll({ facts: aCase() })).toEqual(['INVALID_STATE caseId']);
  });
});
