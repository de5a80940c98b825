import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { type ConclusionGiven, checkConclusion } from '../../../src/domain/support/check-conclusion.js';
import { MEASURE_STATUSES, type SupportMeasure } from '../../../src/domain/support/support-measure.js';
import { aMeasure, said } from '../case/a-case.js';

const conclude = (given: Partial<ConclusionGiven>, measure: Partial<SupportMeasure> = {}) =>
  said(
    checkConclusion(
      aMeasure({ firstDeliveredOn: date('2023-03-05'), ...measure }),
      { on: date('2023-03-10'), status: 'COMPLETED', note: 'done', ...given },
      date('2023-03-10'),
    ),
  );

describe('checkConclusion', () => {
  it('completes on the day of the first delivery and not the day before; today and not tomorrow', () => {
    expect(conclude({ on: date('2023-03-05') })).toEqual([]);
    expect(conclude({ on: date('2023-03-04') })).toEqual(['DATE_ORDER on']);
    expect(conclude({ on: date('2023-03-11') })).toEqual(['DATE_IN_FUTURE on']);
  });

  it('concludes on the day of the last delivery and not the day before, whether completed or cancelled', () => {
    const lastDeliveredOn = date('2023-03-08');
    for (const status of ['COMPLETED', 'CANCELLED'] as const) {
      expect(conclude({ status, lastDeliveredOn, on: date('2023-03-08') })).toEqual([]);
      expect(conclude({ status, lastDeliveredOn, on: date('2023-03-07') })).toEqual(['DATE_ORDER on']);
    }
  });

  it('does not complete what was never delivered, and cancels it', () => {
    expect(conclude({}, { firstDeliveredOn: null })).toEqual(['INVALID_STATE status']);
    expect(conclude({ status: 'CANCELLED' }, { firstDeliveredOn: null })).toEqual([]);
  });

  it('concludes what is approved or in progress only, with a note', () => {
    expect(MEASURE_STATUSES.filter((status) => conclude({}, { status }).length === 0)).toEqual([
      'APPROVED',
      'IN_PROGRESS',
    ]);
    expect(conclude({ note: '' })).toEqual(['BAD_VALUE note']);
  });
});
