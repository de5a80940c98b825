import { describe, expect, it } from 'vitest';
import { monthsSinceIdentification } from '../../../../src/domain/elimination/gates/months-since-identification.js';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { aCase } from '../../case/a-case.js';
import { anElimination } from '../an-elimination.js';

const on = (day: string, set = {}) => monthsSinceIdentification(anElimination({ on: date(day), ...set }));

describe('monthsSinceIdentification', () => {
  it('is passed on 10 July 2023, six months after 10 January, and not on 9 July', () => {
    expect(on('2023-07-10').passed).toBe(true);
    expect(on('2023-07-09')).toMatchObject({ passed: false, article: 'G', missing: [] });
    expect(on('2023-07-09').reason.en).toContain('2023-07-10');
  });

  it('ends on the last day of February for a household identified on 31 August', () => {
    const facts = aCase({ identifiedOn: date('2022-08-31') });
    expect(on('2023-02-28', { facts }).passed).toBe(true);
    expect(on('2023-02-27', { facts }).passed).toBe(false);
  });

  it('does not hold natural elimination, nor anybody where no rule sets months', () => {
    expect(on('2023-01-11', { mode: 'NATURAL' }).passed).toBe(true);
    const rules = { ...anElimination().rules, elimination: { months: null } };
    expect(on('2023-01-11', { rules }).passed).toBe(true);
  });

  it('is undecided without a day of identification', () => {
    expect(on('2023-07-10', { facts: aCase({ identifiedOn: null }) })).toMatchObject({
      passed: false,
      missing: ['day of identification'],
    });
  });
});
