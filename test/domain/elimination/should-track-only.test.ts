import { describe, expect, it } from 'vitest';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import {
  hasSafetyNet,
  shouldTrackOnly,
  type TrackingQuestion,
  trackingVisitDueOn,
} from '../../../src/domain/elimination/should-track-only.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aMeasure } from '../case/a-case.js';

const allowance = aMeasure({
  instrument: 'subsistence-allowance',
  family: 'SAFETY_NET',
  nature: 'SAFETY_NET',
  firstDeliveredOn: date('2023-02-01'),
});
const track = (set: Partial<TrackingQuestion> = {}) =>
  shouldTrackOnly({
    status: 'MONITORED',
    members: [
      { labour: 'NONE', safetyNet: 'NONE' },
      { labour: 'LOST', safetyNet: 'NONE' },
    ],
    measures: [allowance],
    socialSecurityInstruments: { value: ['subsistence-allowance'] },
    ...set,
  });

describe('shouldTrackOnly', () => {
  it('tracks a household without labour once the allowance is delivered', () => {
    expect(track()).toBe(true);
    expect(track({ measures: [] })).toBe(false);
    expect(track({ measures: [aMeasure({ ...allowance, firstDeliveredOn: null })] })).toBe(false);
    expect(track({ measures: [aMeasure({ ...allowance, status: 'CANCELLED' })] })).toBe(false);
  });

  it('takes the allowance that a member has already', () => {
    const members = [{ labour: 'NONE', safetyNet: 'EXTREME_POVERTY_SUPPORT' }] as const;
    expect(track({ measures: [], members })).toBe(true);
  });

  it('ends with labour regained: one member with weak labour', () => {
    expect(track({ members: [{ labour: 'WEAK', safetyNet: 'SUBSISTENCE_ALLOWANCE' }] })).toBe(false);
  });

  it('counts what the province lists, and any safety net where it lists none', () => {
    const disability = [aMeasure({ ...allowance, instrument: 'disability-allowance' })];
    expect(track({ measures: disability })).toBe(false);
    expect(track({ measures: disability, socialSecurityInstruments: null })).toBe(true);
    expect(hasSafetyNet({ members: [], measures: disability, socialSecurityInstruments: null })).toBe(true);
  });

  it('is for monitored cases, and not where no member is recorded', () => {
    expect(CASE_STATUSES.filter((status) => track({ status }))).toEqual(['MONITORED', 'UNDER_ELIMINATION']);
    expect(track({ members: [] })).toBe(false);
  });
});

describe('trackingVisitDueOn', () => {
  it('is 28 February 2023 three months after 30 November 2022, and none without an interval', () => {
    expect(trackingVisitDueOn(date('2022-11-30'), 3)).toBe('2023-02-28');
    expect(trackingVisitDueOn(date('2022-11-30'), null)).toBeNull();
  });
});
