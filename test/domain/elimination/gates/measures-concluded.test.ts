import { describe, expect, it } from 'vitest';
import {
  isConcludedOrStanding,
  measuresConcluded,
} from '../../../../src/domain/elimination/gates/measures-concluded.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { INSTRUMENT_FAMILIES } from '../../../../src/domain/support/policy-instrument.js';
import { MEASURE_STATUSES, type SupportMeasure } from '../../../../src/domain/support/support-measure.js';
import { aCase, aMeasure } from '../../case/a-case.js';
import { anElimination } from '../an-elimination.js';

const delivered = aMeasure({ status: 'COMPLETED', firstDeliveredOn: date('2023-02-01') });
const passed = (measures: readonly SupportMeasure[], mode: 'SUPPORTED' | 'NATURAL' = 'SUPPORTED') =>
  measuresConcluded(anElimination({ mode, facts: aCase({ measures }) })).passed;

describe('isConcludedOrStanding', () => {
  it('lets safety net, insurance and public-welfare job stand in progress, no other family', () => {
    const standing = INSTRUMENT_FAMILIES.filter((family) => isConcludedOrStanding({ status: 'IN_PROGRESS', family }));
    expect(standing).toEqual(['PUBLIC_WELFARE_JOB', 'SAFETY_NET', 'INSURANCE']);
  });

  it('takes what is completed or cancelled of any family, and nothing that is planned or only approved', () => {
    const of = (family: 'HEALTH' | 'SAFETY_NET') =>
      MEASURE_STATUSES.filter((status) => isConcludedOrStanding({ status, family }));
    expect(of('HEALTH')).toEqual(['COMPLETED', 'CANCELLED']);
    expect(of('SAFETY_NET')).toEqual(['IN_PROGRESS', 'COMPLETED', 'CANCELLED']);
  });
});

describe('measuresConcluded', () => {
  it('fails while one measure goes on, and is passed once it is completed', () => {
    expect(passed([delivered, aMeasure({ firstDeliveredOn: date('2023-03-01') })])).toBe(false);
    expect(passed([delivered, aMeasure({ status: 'COMPLETED', firstDeliveredOn: date('2023-03-01') })])).toBe(true);
  });

  it('fails where nothing was delivered, or everything was cancelled (rule 1_11_009)', () => {
    expect(passed([])).toBe(false);
    expect(passed([aMeasure({ ...delivered, status: 'CANCELLED' })])).toBe(false);
  });

  it('asks for nothing in natural elimination', () => {
    expect(passed([], 'NATURAL')).toBe(true);
  });
});
