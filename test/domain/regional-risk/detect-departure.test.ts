import { describe, expect, it } from 'vitest';
import { detectDeparture } from '../../../src/domain/regional-risk/detect-departure.js';
import { indicatorOf } from '../../../src/domain/regional-risk/indicator.js';

const leads = indicatorOf('leads')!;
const series = (values: readonly number[], exposure: number | null = null) =>
  values.map((value, at) => ({
    month: `${2021 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    value,
    exposure,
  }));
const quiet = Array.from({ length: 12 }, () => 20);

describe('detectDeparture', () => {
  it('judges nothing on a past of 11 months, and a past of 12', () => {
    expect(detectDeparture(leads, series([...quiet.slice(1), 80]))).toBeNull();
    expect(detectDeparture(leads, series([...quiet, 80]))?.severity).toBe('CRITICAL');
  });

  it('says by which method, parameters, past and limits', () => {
    expect(detectDeparture(leads, series([...quiet, 39]))).toMatchObject({
      severity: 'WARNING',
      evidence: {
        indicator: 'leads',
        month: '2022-01',
        value: 39,
        count: 39,
        expected: 20.042,
        parameters: { falseAlarmRate: 0.002, looks: [1, 2] },
        past: [{ month: '2021-01', value: 20 }, ...Array.from({ length: 11 }, () => expect.anything())],
      },
    });
  });

  it('turns a rate of a thousand households back into cases', () => {
    const cases = indicatorOf('new-cases')!;
    const rates = series([...quiet.map(() => 0.4), 0.8], 50_000);
    expect(detectDeparture(cases, rates)).toMatchObject({ evidence: { count: 40, value: 0.8 } });
  });

  it('holds prices by their weighted mean', () => {
    const price = indicatorOf('farm-price')!;
    const fallen = series([...quiet.map((_, at) => 16 + (at % 3) / 10), 16, 11]);
    expect(detectDeparture(price, fallen)?.evidence['method']).toMatch(/EWMA/);
    expect(detectDeparture(price, series([...quiet, 22, 26]))).toBeNull();
  });
});
