import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../provinces/index.js';
import { formatYuan } from '../../src/domain/kernel/money.js';
import { sourcesOf } from '../../src/domain/province/sources-of.js';
import { INSTRUMENT_FAMILIES } from '../../src/domain/support/policy-instrument.js';
import { calendarDays, months } from '../../src/province-sdk/index.js';

const standingOf = (id: string) => sourcesOf(BASELINE).find((source) => source.id === id)?.standing;

describe('the national baseline', () => {
  it('has a floor of 6,000.00 yuan from 1 January 2021, vouched for that year, which no text of the nation states', () => {
    expect(BASELINE.nationalFloor.map(({ from, vouchedTo, value }) => [from, vouchedTo, formatYuan(value)])).toEqual([
      ['2021-01-01', '2021-12-31', '6000.00'],
    ]);
    expect(BASELINE.nationalFloor[0]?.source.title).toContain('中央文件未载数字');
  });

  it('posts for 5 days, identifies in 15, helps within a month, and waits half a year before elimination', () => {
    const notices = BASELINE.procedures.flatMap(({ value }) =>
      value.steps.filter(({ kind }) => kind === 'PUBLIC_NOTICE'),
    );
    expect(notices.map(({ minimumNoticeDays }) => minimumNoticeDays)).toEqual([5, 5, 5, 5]);
    expect(BASELINE.identificationLimit[0]?.value).toEqual(calendarDays(15));
    expect(BASELINE.supportLimit[0]?.value).toEqual(months(1));
    expect(BASELINE.eliminationMonths.map(({ from, value }) => [from, value])).toEqual([
      ['2021-05-14', 6],
      ['2022-04-01', 6],
    ]);
  });

  it('gives no quorum, no majority, no step deadline and no limit for taking an elimination back: no text does', () => {
    for (const { value } of BASELINE.procedures)
      for (const step of value.steps)
        expect([step.quorumPercent, step.majorityPercent, step.deadlineDays]).toEqual([null, null, null]);
    expect(BASELINE.rollbackLimit).toEqual([]);
  });

  it('names its own choices as such: the fall of 20 %, the share of 30 %, the deadline of a lead, the emergency limit, that counts run on, the alerts', () => {
    const own = ['sharp-fall', 'medical-share', 'lead-limit', 'emergency-limit', 'deadline-stops', 'alert-kinds'].map(
      (name) => `default-${name}`,
    );
    expect(own.map(standingOf)).toEqual(own.map(() => 'national-default'));
    expect(standingOf('guide-as-quoted-by-qinan')).toBe('county-practice');
    expect(standingOf('national-system-rule-set')).toBe('inferred');
    expect(standingOf('central-2021-7')).toBe('document');
  });

  it('lets comparison stand beside the review, and the township wait for both', () => {
    const steps = BASELINE.procedures[0]!.value.steps;
    const after = Object.fromEntries(steps.map((step) => [step.code, step.after]));
    expect(after['data-comparison']).toEqual(['commitment-authorization']);
    expect(after['democratic-review']).toEqual(['commitment-authorization']);
    expect(after['township-review']).toEqual(['public-notice', 'data-comparison']);
  });

  it('offers an instrument of every family but OTHER, and one against every risk type', () => {
    const families = new Set(BASELINE.instruments.map(({ family }) => family));
    expect([...families].sort()).toEqual(INSTRUMENT_FAMILIES.filter((family) => family !== 'OTHER').sort());
    const addressed = new Set(BASELINE.instruments.flatMap(({ addresses }) => addresses));
    expect([...addressed].sort()).toEqual(BASELINE.riskTypes.map(({ code }) => code).sort());
  });

  it('counts industry, employment, microcredit and public-welfare jobs as developmental, and nothing else', () => {
    const developmental = BASELINE.instruments.filter(({ nature }) => nature === 'DEVELOPMENTAL');
    expect([...new Set(developmental.map(({ family }) => family))].sort()).toEqual([
      'EMPLOYMENT',
      'INDUSTRY',
      'MICROCREDIT',
      'PUBLIC_WELFARE_JOB',
    ]);
  });

  it('caps microcredit at 50,000.00 yuan and nothing else', () => {
    const capped = BASELINE.instruments.flatMap(({ code, cap }) => (cap === null ? [] : [[code, formatYuan(cap)]]));
    expect(capped).toEqual([['microcredit', '50000.00']]);
  });
});
