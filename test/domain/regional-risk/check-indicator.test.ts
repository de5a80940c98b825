import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type IndicatorRow, readIndicator } from '../../../src/domain/regional-risk/check-indicator.js';

const TODAY = date('2023-11-30');
const PORK: IndicatorRow = {
  region: '430121',
  indicator: 'farm-price',
  subject: '生猪',
  month: '2023-10',
  value: 14.2,
  source: '县农业农村局价格监测月报',
};
const faultsOf = (change: Partial<IndicatorRow>): string[] => {
  const read = readIndicator({ ...PORK, ...change }, TODAY);
  return 'refusals' in read ? read.refusals.map(({ code, path }) => `${code} ${path.slice(1).join('.')}`) : [];
};

describe('readIndicator', () => {
  it('reads the price of pigs in October 2023, under either way of writing its code', () => {
    const read = readIndicator({ ...PORK, indicator: 'FARM_PRICE' }, TODAY);
    expect(read).toMatchObject({ region: '430121', subject: '生猪', month: '2023-10-01', value: 14.2 });
    expect('indicator' in read && read.indicator.code).toBe('farm-price');
  });

  it('takes the month that has begun and refuses the next', () => {
    expect(faultsOf({ month: '2023-11' })).toEqual([]);
    expect(faultsOf({ month: '2023-12' })).toEqual(['DATE_IN_FUTURE month']);
  });

  it('refuses a month of another form, also a day and a thirteenth', () => {
    for (const month of ['2023-13', '2023-10-01', '202310', ''])
      expect(faultsOf({ month }), month).toEqual(['BAD_VALUE month']);
  });

  it('refuses what nobody knows, and what the register reckons by itself', () => {
    expect(faultsOf({ indicator: 'weather' })).toEqual(['BAD_VALUE indicator']);
    expect(faultsOf({ indicator: 'leads' })).toContain('BAD_VALUE indicator');
  });

  it('asks for the subject of a price and takes none for a rate', () => {
    expect(faultsOf({ subject: ' ' })).toEqual(['BAD_VALUE subject']);
    const rate = { indicator: 'rural-unemployment-rate', value: 4.5 };
    expect(faultsOf({ ...rate, subject: null })).toEqual([]);
    expect(faultsOf(rate)).toEqual(['BAD_VALUE subject']);
  });

  it('takes 100 per cent and refuses 100.01, less than nothing, half a project and no number', () => {
    const rate = { indicator: 'rural-unemployment-rate', subject: null };
    expect(faultsOf({ ...rate, value: 100 })).toEqual([]);
    expect(faultsOf({ ...rate, value: 100.01 })).toEqual(['BAD_VALUE value']);
    expect(faultsOf({ value: -0.01 })).toEqual(['BAD_VALUE value']);
    expect(faultsOf({ indicator: 'projects-failed', subject: null, value: 0.5 })).toEqual(['BAD_VALUE value']);
    expect(faultsOf({ value: Number.NaN })).toEqual(['BAD_VALUE value']);
  });

  it('names every fault at once, a missing source among them', () => {
    expect(faultsOf({ region: '43', month: 'soon', source: '' })).toEqual([
      'BAD_VALUE region',
      'BAD_VALUE month',
      'BAD_VALUE source',
    ]);
  });
});
