import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { inspectedYearly, yearsBegun } from '../../../src/features/scorecard/unbroken-policy.js';

describe('R07: whether each year has a campaign', () => {
  const COUNTY = '430121' as RegionCode;
  const campaigns = [
    { prefix: '43', year: 2022 },
    { prefix: '430121', year: 2023 },
    { prefix: '430122', year: 2024 },
  ];

  it('takes those of the regions above for its own, and no other ones', () => {
    expect(inspectedYearly(COUNTY, 'COUNTY', [2022, 2023], campaigns)).toBe(true);
    expect(inspectedYearly(COUNTY, 'COUNTY', [2022, 2024], campaigns)).toBe(false);
    expect(inspectedYearly('430000' as RegionCode, 'PROVINCE', [2022, 2022], campaigns)).toBeNull();
  });

  it('asks for none of a year that has not begun on the last day that is judged', () => {
    expect(yearsBegun(date('2022-01-01'), date('2023-11-30'))).toEqual([2022, 2023]);
    expect(yearsBegun(date('2023-01-01'), date('2023-11-30'))).toEqual([2023, 2023]);
    // Published before the period began: its first year is asked about all the same.
    expect(yearsBegun(date('2024-01-01'), date('2023-12-31'))).toEqual([2024, 2024]);
  });
});
