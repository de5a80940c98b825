import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { isPublicationDue } from '../../../../src/domain/statistics/disclosure/publication-due.js';

const TODAY = date('2023-11-30');
const PARTS = ['scores'];
const of = (day: string, keyCheck: string | null = '0123456789ab', parts: string[] | null = PARTS) => ({
  day,
  keyCheck,
  parts,
});

describe('isPublicationDue', () => {
  it('is once a day, late enough: not before the hour, and not twice', () => {
    expect(isPublicationDue(of('2023-11-29'), TODAY, true, PARTS)).toBe(true);
    expect(isPublicationDue(of('2023-11-29'), TODAY, false, PARTS)).toBe(false);
    expect(isPublicationDue(of('2023-11-30'), TODAY, true, PARTS)).toBe(false);
  });

  it('is for the first time at the hour too', () => {
    expect(isPublicationDue(null, TODAY, true, PARTS)).toBe(true);
    expect(isPublicationDue(null, TODAY, false, PARTS)).toBe(false);
  });

  it('is at any hour where the latest is from before the standard tables, of the same day as well', () => {
    expect(isPublicationDue(of('2023-11-29', null), TODAY, false, PARTS)).toBe(true);
    expect(isPublicationDue(of('2023-11-30', null), TODAY, false, PARTS)).toBe(true);
  });

  it('is at any hour where the latest lacks a part that is kept by now, or does not tell its parts', () => {
    for (const parts of [null, [], ['scores of old']])
      expect(isPublicationDue(of('2023-11-30', undefined, parts), TODAY, false, PARTS)).toBe(true);
    expect(isPublicationDue(of('2023-11-30', undefined, ['more', ...PARTS]), TODAY, false, PARTS)).toBe(false);
    expect(isPublicationDue(of('2023-11-30', undefined, null), TODAY, false, [])).toBe(false);
  });
});
