import { describe, expect, it } from 'vitest';
import {
  type Campaign,
  checkCampaign,
  checkCarriesOut,
  lastDayOf,
} from '../../../src/domain/campaign/check-campaign.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';

const TODAY = date('2026-06-15');
const campaign = (more: Partial<Record<keyof Campaign, unknown>> = {}): Campaign =>
  ({ region: '430121', year: 2026, startsOn: '2026-06-01', endsOn: '2026-06-30', ...more }) as Campaign;
const codes = (of: Campaign) => checkCampaign(of, TODAY).map(({ code }) => code);

describe('R07: checkCampaign', () => {
  it('accepts one of a single day, and refuses one that ends the day before', () => {
    expect(codes(campaign({ endsOn: '2026-06-01' }))).toEqual([]);
    expect(codes(campaign({ endsOn: '2026-05-31' }))).toEqual(['DATE_ORDER']);
  });

  it('accepts the year that its last day lies in, and refuses the one after', () => {
    const over = { startsOn: '2025-12-01', endsOn: '2026-01-01' };
    expect(codes(campaign({ ...over, year: 2025 }))).toEqual([]);
    expect(codes(campaign({ ...over, year: 2026 }))).toEqual([]);
    expect(codes(campaign({ ...over, year: 2027 }))).toEqual(['BAD_VALUE']);
  });

  it('accepts 2021, when the policy began, and refuses 2020', () => {
    const of = (year: number) => campaign({ year, startsOn: `${year}-06-01`, endsOn: `${year}-06-30` });
    expect(codes(of(2021))).toEqual([]);
    expect(codes(of(2020))).toEqual(['BAD_VALUE']);
  });
});

describe('lastDayOf', () => {
  it('is 31 December', () => {
    expect(lastDayOf(2026)).toBe('2026-12-31');
  });
});

describe('R28: checkCarriesOut', () => {
  const province = campaign({ region: '430000', startsOn: '2026-06-01', endsOn: '2026-06-30' });
  const refused = (own: Campaign) => checkCarriesOut(own, province).length;

  it('accepts the same days in a county of the province, and refuses one day more at either end', () => {
    expect(refused(campaign())).toBe(0);
    expect(refused(campaign({ startsOn: '2026-05-31' }))).toBe(1);
    expect(refused(campaign({ endsOn: '2026-07-01' }))).toBe(1);
  });

  it('refuses its own region, another province and another year, each with its reason', () => {
    expect(refused(campaign({ region: '430000' as RegionCode }))).toBe(1);
    expect(refused(campaign({ region: '510000' as RegionCode, year: 2025 }))).toBe(2);
  });
});
