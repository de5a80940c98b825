import { describe, expect, it } from 'vitest';
import { stability } from '../../../../src/domain/elimination/gates/stability.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { aCase } from '../../case/a-case.js';
import { anElimination } from '../an-elimination.js';

const continued = aCase({ supportContinued: true });
const gate = (on: string, reviewOn: string | null) =>
  stability(anElimination({ on: date(on), facts: continued, reviewOn: reviewOn === null ? null : date(reviewOn) }));

describe('stability', () => {
  it('is not passed on 30 July while support continues until 31 July, and is on 31 July', () => {
    expect(gate('2023-07-30', '2023-07-31').passed).toBe(false);
    expect(gate('2023-07-31', '2023-07-31').passed).toBe(true);
  });

  it('is undecided without a review day, and passed where support was not continued', () => {
    expect(gate('2023-07-31', null)).toMatchObject({ passed: false, missing: ['review day'] });
    expect(stability(anElimination()).passed).toBe(true);
  });
});
