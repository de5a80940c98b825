import { describe, expect, it } from 'vitest';
import { decideInspection } from '../../../src/domain/campaign/decide-inspection.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const TODAY = date('2026-06-15');
const campaign = (visited: number, endsOn = '2026-06-14', households = 1_000) => ({
  endsOn: date(endsOn),
  households,
  visited,
});
const status = (required: number | null, ...campaigns: ReturnType<typeof campaign>[]) =>
  decideInspection(campaigns, required, TODAY).status;

describe('R07: decideInspection', () => {
  it('is met at 950 of 1,000 households for 95 per cent, and short of it at 949', () => {
    expect(status(95, campaign(950))).toBe('MET');
    expect(status(95, campaign(949))).toBe('SHORT');
  });

  it('is under way to its last day, and short of it on the day after', () => {
    expect(status(95, campaign(10, '2026-06-15'))).toBe('UNDER_WAY');
    expect(status(95, campaign(10, '2026-06-14'))).toBe('SHORT');
  });

  it('is met before its end where enough were met', () => {
    expect(status(95, campaign(950, '2026-12-31'))).toBe('MET');
  });

  it('names a county without a campaign', () => {
    expect(decideInspection([], 100, TODAY)).toEqual({ status: 'NONE', campaign: null });
  });

  it('takes the one of two campaigns that met enough, and else the one that runs', () => {
    expect(decideInspection([campaign(10), campaign(1_000)], 100, TODAY)).toMatchObject({
      status: 'MET',
      campaign: { visited: 1_000 },
    });
    expect(status(100, campaign(900), campaign(10, '2026-06-15'))).toBe('UNDER_WAY');
  });

  it('asks only for its end where no rule sets a share', () => {
    expect(status(null, campaign(0))).toBe('MET');
    expect(status(null, campaign(0, '2026-06-15'))).toBe('UNDER_WAY');
  });
});
