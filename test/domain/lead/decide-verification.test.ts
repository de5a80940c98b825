import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { decideVerification, type LeadVerification } from '../../../src/domain/lead/decide-verification.js';
import { LEAD_STATUSES } from '../../../src/domain/lead/lead.js';
import { said } from '../case/a-case.js';

const verify = (set: Partial<LeadVerification> = {}) =>
  decideVerification({
    lead: { status: 'OPEN', reportedOn: date('2023-03-01') },
    ofLead: 'h-1',
    named: null,
    outcome: 'OPEN_CASE',
    verifiedOn: date('2023-03-03'),
    note: 'seen',
    today: date('2023-03-03'),
    openCase: null,
    otherLead: null,
    ...set,
  });
const refusalsOf = (set: Partial<LeadVerification>) => {
  const result = verify(set);
  return 'refusals' in result ? said(result.refusals) : [];
};

describe('decideVerification', () => {
  it('confirms a lead and opens a case', () => {
    expect(verify()).toEqual({ status: 'CONFIRMED', household: 'h-1', joinsCase: null, opensCase: true });
  });

  it('confirms a lead on a household with an open case into that case', () => {
    expect(verify({ openCase: 'c-1' })).toEqual({
      status: 'CONFIRMED',
      household: 'h-1',
      joinsCase: 'c-1',
      opensCase: false,
    });
  });

  it('dismisses, and takes a duplicate where there is something that it repeats', () => {
    expect(verify({ outcome: 'DISMISS', openCase: 'c-1' })).toMatchObject({ status: 'DISMISSED', joinsCase: null });
    expect(verify({ outcome: 'DUPLICATE', openCase: 'c-1' })).toMatchObject({ status: 'DUPLICATE', joinsCase: 'c-1' });
    expect(verify({ outcome: 'DUPLICATE', otherLead: 'l-2' })).toMatchObject({ status: 'DUPLICATE' });
    expect(refusalsOf({ outcome: 'DUPLICATE' })).toEqual(['BAD_VALUE outcome']);
  });

  it('is verified on the day of the report, 1 March, not on 28 February, and not in the future', () => {
    expect(refusalsOf({ verifiedOn: date('2023-03-01') })).toEqual([]);
    expect(refusalsOf({ verifiedOn: date('2023-02-28') })).toEqual(['DATE_ORDER verifiedOn']);
    expect(refusalsOf({ verifiedOn: date('2023-03-04') })).toEqual(['DATE_IN_FUTURE verifiedOn']);
  });

  it('ends once', () => {
    for (const status of LEAD_STATUSES.filter((other) => other !== 'OPEN'))
      expect(refusalsOf({ lead: { status, reportedOn: date('2023-03-01') } })).toEqual(['INVALID_STATE leadId']);
  });

  it('asks for the household of a case, takes the one that is named, and refuses another than the lead’s', () => {
    expect(refusalsOf({ ofLead: null })).toEqual(['BAD_VALUE householdId']);
    expect(verify({ ofLead: null, named: 'h-2' })).toMatchObject({ household: 'h-2', opensCase: true });
    expect(refusalsOf({ named: 'h-2' })).toEqual(['BAD_VALUE householdId']);
    expect(refusalsOf({ ofLead: null, outcome: 'DISMISS' })).toEqual([]);
  });

  it('says what was found', () => {
    expect(refusalsOf({ note: ' ' })).toEqual(['BAD_VALUE note']);
  });
});
