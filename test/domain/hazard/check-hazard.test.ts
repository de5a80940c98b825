import { describe, expect, it } from 'vitest';
import { checkHazard, checkScreeningDay, type HazardReport } from '../../../src/domain/hazard/check-hazard.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const TODAY = date('2026-06-15');
const refused = (more: Record<string, unknown>) =>
  checkHazard(
    { regions: ['430121'], occurredOn: TODAY, description: '暴雨', ...more } as unknown as HazardReport,
    TODAY,
  ).map(({ code, path }) => `${code} ${path.slice(1).join('.')}`);

describe('R19: checkHazard', () => {
  it('accepts today and refuses tomorrow', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ occurredOn: '2026-06-16' })).toEqual(['DATE_IN_FUTURE occurredOn']);
  });

  it('refuses no region, a region twice, and one that lies in another that is named', () => {
    expect(refused({ regions: [] })).toEqual(['BAD_VALUE regions']);
    expect(refused({ regions: ['430121', '430121'] })).toEqual(['BAD_VALUE regions.1']);
    expect(refused({ regions: ['430121001', '430121', '430626'] })).toEqual(['BAD_VALUE regions.0']);
  });

  it('accepts 500 regions and refuses 501', () => {
    const regions = (count: number) =>
      Array.from({ length: count }, (_, n) => `430121${String(n + 1).padStart(3, '0')}`);
    expect(refused({ regions: regions(500) })).toEqual([]);
    expect(refused({ regions: regions(501) })).toEqual(['BAD_VALUE regions']);
  });

  it('refuses an empty description', () => {
    expect(refused({ description: ' ' })).toEqual(['BAD_VALUE description']);
  });
});

describe('R19: checkScreeningDay', () => {
  it('accepts the day of the hazard and today, and refuses the day before and tomorrow', () => {
    const codes = (on: string) => checkScreeningDay(date(on), date('2026-06-10'), TODAY).map(({ code }) => code);
    expect(['2026-06-10', '2026-06-15', '2026-06-09', '2026-06-16'].map(codes)).toEqual([
      [],
      [],
      ['DATE_ORDER'],
      ['DATE_IN_FUTURE'],
    ]);
  });
});
