import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { keptUntil } from '../../../src/domain/retention/kept-until.js';

const facts = { closedOn: date('2023-11-30'), lastOn: date('2022-03-01') };

describe('keptUntil', () => {
  it('counts 120 months from the closing of a household that died out on 30 November 2023', () => {
    expect(keptUntil({ ...facts, reason: 'DIED_OUT' }, 120)).toBe('2033-11-30');
  });
  it('counts from the last thing recorded, 1 March 2022, where the household asks for it', () => {
    expect(keptUntil({ ...facts, reason: 'ON_REQUEST' }, 120)).toBe('2032-03-01');
  });
  it('is no day at all where no rule sets a time', () => {
    expect(keptUntil({ ...facts, reason: 'MOVED_AWAY' }, null)).toBeNull();
  });
});
