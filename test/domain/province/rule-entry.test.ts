import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { asParameter, type RuleEntry, ruledSince, ruleInForce } from '../../../src/domain/province/rule-entry.js';

const source = { id: 'a-text', title: '某文件', standing: 'document' } as const;
const entry = (from: string, value: number, county: string | null = null): RuleEntry<number> => ({
  from: date(from),
  vouchedTo: null,
  county,
  value,
  source,
});
const valueOn = (entries: RuleEntry<number>[], day: string, county: string | null) =>
  ruleInForce(entries, date(day), county)?.value ?? null;

describe('ruleInForce', () => {
  const entries = [
    entry('2022-01-01', 1),
    entry('2023-01-01', 2),
    entry('2023-01-01', 3, '532328'),
    entry('2024-03-14', 4),
  ];

  it('begins on the first day of an entry and lasts until the day before the next', () => {
    expect(valueOn(entries, '2021-12-31', null)).toBeNull();
    expect(valueOn(entries, '2022-01-01', null)).toBe(1);
    expect(valueOn(entries, '2022-12-31', null)).toBe(1);
    expect(valueOn(entries, '2023-01-01', null)).toBe(2);
    expect(valueOn(entries, '2024-03-13', null)).toBe(2);
    expect(valueOn(entries, '2024-03-14', null)).toBe(4);
  });

  it("prefers the county's own entry of the same day, in that county alone, until a newer provincial one", () => {
    expect(valueOn(entries, '2023-06-01', '532328')).toBe(3);
    expect(valueOn(entries, '2023-06-01', '532301')).toBe(2);
    expect(valueOn(entries, '2024-03-14', '532328')).toBe(4);
    expect(valueOn([...entries].reverse(), '2023-06-01', '532328')).toBe(3);
  });
});

describe('asParameter', () => {
  it('is outdated on the day after its source vouches for it', () => {
    const vouched = { ...entry('2023-01-01', 1), vouchedTo: date('2023-12-31') };
    expect(asParameter(vouched, date('2023-12-31'))?.outdated).toBe(false);
    expect(asParameter(vouched, date('2024-01-01'))?.outdated).toBe(true);
    expect(asParameter(null, date('2024-01-01'))).toBeNull();
  });
});

describe('ruledSince', () => {
  it('is the first day of all, in whatever order they stand and however often the value changed', () => {
    const entries = [entry('2024-03-14', 4), entry('2022-01-01', 1), entry('2021-06-01', 2, '532328')];
    expect(ruledSince(entries, null)).toBe('2022-01-01');
    expect(ruledSince(entries, '532328')).toBe('2021-06-01');
    expect(ruledSince(entries, '532301')).toBe('2022-01-01');
    expect(ruledSince([], null)).toBeNull();
  });
});
