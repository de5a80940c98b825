import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { afterDelivery, checkDelivery, type DeliveryGiven } from '../../../src/domain/support/check-delivery.js';
import type { SupportMeasure } from '../../../src/domain/support/support-measure.js';
import { MEASURE_STATUSES } from '../../../src/domain/support/support-measure.js';
import { aMeasure, said } from '../case/a-case.js';
import { cents } from './a-plan.js';

const deliver = (delivery: Partial<DeliveryGiven>, measure: Partial<SupportMeasure> = {}, cap: string | null = null) =>
  said(
    checkDelivery({
      measure: aMeasure({ status: 'APPROVED', ...measure }),
      cap: cap === null ? null : cents(cap),
      delivery: { on: date('2023-03-01'), amount: cents('100.00'), ...delivery },
      today: date('2023-03-10'),
      openedOn: date('2022-12-20'),
    }),
  );

describe('checkDelivery', () => {
  it('adds up to the cap of 30,000.00 yuan and not to 30,000.01', () => {
    const measure = { delivered: cents('29900.00') };
    expect(deliver({ amount: cents('100.00') }, measure, '30000.00')).toEqual([]);
    expect(deliver({ amount: cents('100.01') }, measure, '30000.00')).toEqual(['RULE_VIOLATION amount']);
  });

  it('adds up to the budget and not over it; over both is named twice', () => {
    expect(deliver({ amount: cents('100.00') }, { budget: cents('100.00') })).toEqual([]);
    expect(deliver({ amount: cents('100.01') }, { budget: cents('100.00') }, '100.00')).toHaveLength(2);
  });

  it('takes an amount of 0.01 yuan, or something in kind, and refuses 0.00 and nothing', () => {
    expect(deliver({ amount: cents('0.01') })).toEqual([]);
    expect(deliver({ amount: null, inKind: '20 chicks' })).toEqual([]);
    expect(deliver({ amount: cents('0.00') })).toEqual(['BAD_VALUE amount']);
    expect(deliver({ amount: null, inKind: ' ' })).toEqual(['BAD_VALUE amount']);
  });

  it('takes today, 10 March, and refuses tomorrow', () => {
    expect(deliver({ on: date('2023-03-10') })).toEqual([]);
    expect(deliver({ on: date('2023-03-11') })).toEqual(['DATE_IN_FUTURE on']);
  });

  it('takes the first day of the measure and refuses the day before, or before the case was opened', () => {
    const measure = { startsOn: date('2023-03-01') };
    expect(deliver({ on: date('2023-03-01') }, measure)).toEqual([]);
    expect(deliver({ on: date('2023-02-28') }, measure)).toEqual(['DATE_ORDER on']);
    expect(deliver({ on: date('2022-12-20') })).toEqual([]);
    expect(deliver({ on: date('2022-12-19') })).toEqual(['DATE_ORDER on']);
  });

  it('is taken for what is approved or in progress only', () => {
    expect(MEASURE_STATUSES.filter((status) => deliver({}, { status }).length === 0)).toEqual([
      'APPROVED',
      'IN_PROGRESS',
    ]);
  });
});

describe('afterDelivery', () => {
  it('adds up, and keeps the earliest day however late it is entered', () => {
    const measure = aMeasure({ delivered: cents('50.00'), firstDeliveredOn: date('2023-03-05') });
    const delivered = (on: string) => afterDelivery(measure, { on: date(on), amount: cents('0.01') });
    expect(delivered('2023-03-06')).toEqual({ status: 'IN_PROGRESS', delivered: 5001, firstDeliveredOn: '2023-03-05' });
    expect(delivered('2023-03-04').firstDeliveredOn).toBe('2023-03-04');
  });

  it('leaves the sum as it is for something in kind', () => {
    const delivery = { on: date('2023-03-05'), inKind: 'seed' };
    expect(afterDelivery(aMeasure(), delivery)).toMatchObject({ delivered: 0, firstDeliveredOn: '2023-03-05' });
  });
});
