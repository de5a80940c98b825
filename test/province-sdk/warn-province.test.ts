import { describe, expect, it } from 'vitest';
import gansu from '../../provinces/gansu/index.js';
import hunan from '../../provinces/hunan/index.js';
import { PROVINCES } from '../../provinces/index.js';
import yunnan from '../../provinces/yunnan/index.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { holidayCalendar } from '../../src/domain/kernel/working-days.js';
import { warnProvince } from '../../src/province-sdk/index.js';

const in2023And2025 = holidayCalendar([2023, 2025].map((year) => ({ year, daysOff: [], workingWeekends: [] })));
const warn = (module: (typeof PROVINCES)[number], on: string) =>
  warnProvince(module, { on: date(on), holidays: in2023And2025 }).map(({ code, path }) => `${code} ${path}`);

describe('warnProvince', () => {
  it('warns of the line of 2023 on 1 January 2024, and not on 31 December 2023', () => {
    expect(warn(hunan, '2023-12-31')).toEqual([]);
    expect(warn(hunan, '2024-01-01')).toEqual(['parameter-outdated monitoringLines[0].vouchedTo']);
  });

  it("does not warn of a county's line that the province's newer one took over", () => {
    const ofLines = (on: string) => warn(yunnan, on).filter((told) => told.includes('monitoringLines'));
    expect(ofLines('2024-01-01')).toEqual([]);
    expect(ofLines('2026-01-01')).toEqual(['parameter-outdated monitoringLines[2].vouchedTo']);
  });

  it('warns of 15 working days from 11 December 2023 that run into a year without holidays, and not from 8 December', () => {
    const whole = 'holidays-not-covered procedures[1].value.limitDays';
    expect(warn(gansu, '2023-12-01')).toEqual([]);
    expect(warn(gansu, '2023-12-08')).toEqual(['holidays-not-covered identificationLimit[1].value']);
    expect(warn(gansu, '2023-12-11')).toContain(whole);
    expect(warn(gansu, '2023-12-29')).toEqual(
      expect.arrayContaining([
        whole,
        'holidays-not-covered procedures[1].value.steps[0].deadlineDays',
        'holidays-not-covered leadVerificationLimit[1].value',
      ]),
    );
  });

  it('warns of days between two entries that no source vouches for', () => {
    const [, later] = yunnan.monitoringLines;
    const gap = {
      ...yunnan,
      monitoringLines: [{ ...later!, vouchedTo: date('2024-12-30') }, yunnan.monitoringLines[2]!],
    };
    expect(warn(gap, '2025-06-01')).toEqual(['days-not-vouched monitoringLines[0].vouchedTo']);
    expect(warn(yunnan, '2025-06-01')).toEqual([]);
  });

  it('throws for no module of the tree on any first of January', () => {
    for (const module of PROVINCES)
      for (const year of [2020, 2021, 2023, 2026]) expect(() => warn(module, `${year}-01-01`)).not.toThrow();
  });
});
