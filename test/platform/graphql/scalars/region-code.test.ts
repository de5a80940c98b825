import { GraphQLError, parseValue as parseLiteralText } from 'graphql';
import { describe, expect, it } from 'vitest';
import { RegionCodeScalar } from '../../../../src/platform/graphql/scalars/region-code.js';

const literal = (text: string) => RegionCodeScalar.parseLiteral(parseLiteralText(text), {});

describe('RegionCode', () => {
  it.each(['000000', '430121', '441900003', '430121102201'])(
    'takes %s as variable and as literal, and answers it',
    (code) => {
      expect(RegionCodeScalar.parseValue(code)).toBe(code);
      expect(literal(`"${code}"`)).toBe(code);
      expect(RegionCodeScalar.serialize(code)).toBe(code);
    },
  );

  it.each([
    ['4301', 'a region code has 6, 9 or 12 digits; "4301" has 4'],
    ['430100001', '430100001 names a township or village without a county: digits 5 and 6 are 00'],
    ['长沙县', 'a region code has digits only; found a text of 3 characters'],
    ['', 'a region code has 6, 9 or 12 digits; this one is empty'],
  ])('says what is wrong with %j, the same for variable and literal', (text, message) => {
    expect(() => RegionCodeScalar.parseValue(text)).toThrow(new GraphQLError(message));
    expect(() => literal(JSON.stringify(text))).toThrow(new GraphQLError(message));
  });

  it.each([
    [430121, 'a number'],
    [null, 'another kind of value'],
    [true, 'another kind of value'],
    [['430121'], 'another kind of value'],
  ])('refuses the variable %j, which is no text', (value, shown) => {
    expect(() => RegionCodeScalar.parseValue(value)).toThrow(
      `a region code is a string: write "430121" in quotes; found ${shown}`,
    );
  });

  it('asks for quotes where a literal is a number', () => {
    expect(() => literal('430121')).toThrow(
      'a region code is a string: write "430121" in quotes; found the number 430121',
    );
    expect(() => literal('[430121]')).toThrow(
      'a region code is a string: write "430121" in quotes; found another kind of value',
    );
  });

  it('never answers what is no region code', () => {
    expect(() => RegionCodeScalar.serialize(430121)).toThrow('not a region code');
    expect(() => RegionCodeScalar.serialize('4301')).toThrow('has 4');
  });
});
