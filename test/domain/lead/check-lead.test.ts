import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkLead, type LeadReport } from '../../../src/domain/lead/check-lead.js';
import { said } from '../case/a-case.js';

const report = (set: Partial<LeadReport>) =>
  said(
    checkLead(
      {
        reportedOn: date('2023-03-01'),
        statement: 'in hospital since January',
        householdKnown: true,
        regionKnown: true,
        ...set,
      },
      date('2023-03-01'),
    ),
  );

describe('checkLead', () => {
  it('takes today, 1 March 2023, and refuses tomorrow and silence', () => {
    expect(report({})).toEqual([]);
    expect(report({ reportedOn: date('2023-03-02') })).toEqual(['DATE_IN_FUTURE reportedOn']);
    expect(report({ statement: ' ' })).toEqual(['BAD_VALUE statement']);
  });

  it('asks for a place and a contact where the household is not registered; a telephone is one', () => {
    const unknown = { householdKnown: false, regionKnown: false };
    expect(report(unknown)).toEqual(['BAD_VALUE region', 'BAD_VALUE contactName']);
    expect(report({ ...unknown, regionKnown: true, contactName: 'the neighbour' })).toEqual([]);
    expect(report({ ...unknown, regionKnown: true, contactPhone: '13800000000' })).toEqual([]);
  });
});
