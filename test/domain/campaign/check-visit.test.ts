import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/check-campaign.js';
import {
  checkVisit,
  checkVisitOfCampaign,
  metHousehold,
  type VisitEntry,
} from '../../../src/domain/campaign/check-visit.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';

const visit = (more: Partial<VisitEntry> = {}): VisitEntry => ({
  visitedOn: date('2026-06-15'),
  visitors: ['甲'],
  mode: 'VISIT',
  policyExplained: true,
  concern: null,
  proxy: null,
  ...more,
});
const refused = (more: Partial<VisitEntry>) =>
  checkVisit(visit(more), date('2026-06-15')).map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

describe('R25: checkVisit', () => {
  it('accepts today and refuses tomorrow', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ visitedOn: date('2026-06-16') })).toEqual(['DATE_IN_FUTURE visitedOn']);
  });

  it('accepts 20 visitors and refuses 21, and none', () => {
    expect(refused({ visitors: Array(20).fill('甲') })).toEqual([]);
    expect(refused({ visitors: Array(21).fill('甲') })).toEqual(['BAD_VALUE visitors']);
    expect(refused({ visitors: [] })).toEqual(['BAD_VALUE visitors']);
  });

  it('accepts that nothing was explained where nobody was met, and refuses that something was', () => {
    expect(refused({ mode: 'ABSENT', policyExplained: false })).toEqual([]);
    expect(refused({ mode: 'ABSENT' })).toEqual(['BAD_VALUE policyExplained']);
    expect(metHousehold('ABSENT')).toBe(false);
    expect(metHousehold('PROXY')).toBe(true);
  });

  it('names every reason at once, and never repeats what was entered', () => {
    const refusals = checkVisit(
      visit({ visitors: ['甲', ''], proxy: '乙'.repeat(101), concern: '' }),
      date('2026-06-15'),
    );
    expect(refusals.map(({ path }) => path.slice(1).join('.'))).toEqual(['visitors.1', 'proxy', 'proxy', 'concern']);
    expect(JSON.stringify(refusals)).not.toContain('乙');
  });
});

describe('R28: checkVisitOfCampaign', () => {
  const campaign = { region: '430121001', year: 2026, startsOn: '2026-06-01', endsOn: '2026-06-15' } as Campaign;
  const faults = (region: string, day: string) =>
    checkVisitOfCampaign(region as RegionCode, date(day), campaign).length;

  it('accepts the last day in a village of the township, and refuses the day after and the township beside it', () => {
    expect(faults('430121001001', '2026-06-15')).toBe(0);
    expect(faults('430121001001', '2026-06-16')).toBe(1);
    expect(faults('430121103001', '2026-05-31')).toBe(2);
  });
});
