import { Kind } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateScalar } from '../../../../src/platform/graphql/scalars/index.js';

describe('the scalar Date', () => {
  it.each(['2024-02-29', '2023-11-30'])('reads the day %s', (day) => {
    expect(DateScalar.parseValue(day)).toBe(day);
    expect(DateScalar.parseLiteral({ kind: Kind.STRING, value: day })).toBe(day);
    expect(DateScalar.serialize(day)).toBe(day);
  });

  it.each([
    ['2023-02-29', '2023-02-29 is no day of the calendar'],
    ['2023-13-01', '2023-13-01 is no day of the calendar'],
    ['30.11.2023', 'a day is written YYYY-MM-DD, e.g. "2023-11-30"; found "30.11.2023"'],
    ['2023-11-30T00:00:00Z', 'a day is written YYYY-MM-DD, e.g. "2023-11-30"; found a text of 20 characters'],
    [20231130, 'a day is a string, YYYY-MM-DD'],
    [null, 'a day is a string, YYYY-MM-DD'],
  ])('refuses %j and says why', (value, message) => {
    expect(() => DateScalar.parseValue(value)).toThrow(message);
  });

  it('refuses a number as a literal, and writes nothing that is no day', () => {
    expect(() => DateScalar.parseLiteral({ kind: Kind.INT, value: '2023' })).toThrow('a day is a string');
    expect(() => DateScalar.serialize('2023-02-29')).toThrow('not a calendar day');
    expect(() => DateScalar.serialize(new Date(0))).toThrow('not a calendar day');
  });
});
