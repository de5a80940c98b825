import { describe, expect, it } from 'vitest';
import { chinaDay, fillPlaceholders } from '../../src/explorer/placeholders.js';

const at = (instant: string): number => Date.parse(instant);

describe('chinaDay', () => {
  it('is 30 November 2023 until 15:59:59.999 UTC and 1 December from 16:00 UTC', () => {
    expect(chinaDay(at('2023-11-30T15:59:59.999Z'))).toBe('2023-11-30');
    expect(chinaDay(at('2023-11-30T16:00:00.000Z'))).toBe('2023-12-01');
  });

  it('goes over 29 February 2024 in both directions', () => {
    expect(chinaDay(at('2024-02-28T04:00:00Z'), 1)).toBe('2024-02-29');
    expect(chinaDay(at('2024-03-01T04:00:00Z'), -1)).toBe('2024-02-29');
  });
});

describe('fillPlaceholders', () => {
  const now = at('2023-11-30T04:00:00Z');

  it('fills today, days around it, and what was seen, a version as a number', () => {
    const seen = new Map<string, string | number>([
      ['MonitoringCase.id', 'abc'],
      ['MonitoringCase.version', 3],
    ]);
    const variables =
      '{"id":"<MonitoringCase.id>","v":"<MonitoringCase.version>","on":"<today>","to":"<today+5>","from":["<today-365>"]}';
    expect(JSON.parse(fillPlaceholders(variables, seen, now))).toEqual({
      id: 'abc',
      v: 3,
      on: '2023-11-30',
      to: '2023-12-05',
      from: ['2022-11-30'],
    });
  });

  it('leaves what was not seen, and text that only looks alike', () => {
    const variables = '{"a":"<Household.id>","b":"<instrument code>","c":"on <today>","d":"<today+1000>"}';
    expect(JSON.parse(fillPlaceholders(variables, new Map(), now))).toEqual(JSON.parse(variables));
  });

  it('answers nothing with nothing', () => {
    expect(fillPlaceholders('', new Map(), now)).toBe('');
  });
});
