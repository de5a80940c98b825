import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorsOf,
  CITIES_WITHOUT_COUNTIES,
  CORPS,
  configurationKeyOf,
  countyOf,
  isWithin,
  levelOf,
  NATION,
  provinceOf,
  type RegionCode,
  readRegionCode,
  subtreePrefix,
} from '../../../src/domain/kernel/region-code.js';

const code = (text: string) => text as RegionCode;

const part = (most: number, digits: number) =>
  fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(digits, '0'));

/** Codes of every level whose form is right. */
const anyCode = fc
  .tuple(part(82, 2), part(99, 2), part(99, 2), part(599, 3), part(599, 3), fc.integer({ min: 1, max: 6 }))
  .map(([province, city, county, township, village, depth]) => {
    const whole = [
      NATION,
      `${province}0000`,
      `${province}${city}00`,
      `${province}${city}${county}`,
      `${province}${city}${county}${township}`,
      `${province}${city}${county}${township}${village}`,
    ];
    return code(whole[depth - 1]!);
  })
  .filter((text) => text === NATION || !text.startsWith('00'));

describe('readRegionCode', () => {
  it.each(['000000', '430000', '430100', '430121', '430121102', '430121102201', '429004', '659001', '110101001001'])(
    'reads %s',
    (text) => {
      expect(readRegionCode(text)).toBe(text);
    },
  );

  it.each(['441900003', '442000001', '460400100', '441900003001'])('reads %s, of a city without counties', (text) => {
    expect(readRegionCode(text)).toBe(text);
  });

  it.each([
    ['', 'a region code has 6, 9 or 12 digits; this one is empty'],
    ['43012', 'a region code has 6, 9 or 12 digits; "43012" has 5'],
    ['4301211', 'a region code has 6, 9 or 12 digits; "4301211" has 7'],
    ['4301211021', 'a region code has 6, 9 or 12 digits; "4301211021" has 10'],
    ['430121102201000', 'a region code has 6, 9 or 12 digits; this one has 15'],
    ['43O121', 'a region code has digits only; found "43O121"'],
    ['430121 ', 'a region code has digits only; found "430121 "'],
    ['430121\n', 'a region code has digits only; found a text of 7 characters'],
    ['\uFF14\uFF13\uFF10\uFF11\uFF12\uFF11', 'a region code has digits only; found a text of 6 characters'],
    ['-43012', 'a region code has digits only; found "-43012"'],
    [`${'43'.repeat(20)}x`, 'a region code has digits only; found a text of 41 characters'],
    ['000001', 'no province has the code 00; the nation is 000000, not "000001"'],
    ['000000001', 'no province has the code 00; the nation is 000000, not "000000001"'],
    ['430021', '430021 names a county without a city: digits 3 and 4 are 00'],
    ['430000001', '430000001 names a township or village without a city: digits 3 and 4 are 00'],
    ['430100001', '430100001 names a township or village without a county: digits 5 and 6 are 00'],
    ['441800003', '441800003 names a township or village without a county: digits 5 and 6 are 00'],
    ['430121000', '430121000 has no township part; write 430121'],
    ['430121000000', '430121000000 has no township part; write 430121'],
    ['430121102000', '430121102000 has no village part; write 430121102'],
  ])('says what is wrong with %j', (text, fault) => {
    expect(readRegionCode(text)).toEqual({ fault });
  });

  it('reads or faults, and never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answer = readRegionCode(text);
        expect(
          typeof answer === 'string' ? answer : answer.fault.length > 20 && answer.fault.length < 150,
        ).toBeTruthy();
      }),
    );
  });
});

describe('levels, counties and provinces', () => {
  it.each([
    ['000000', 'NATION', null, null],
    ['430000', 'PROVINCE', null, '430000'],
    ['430100', 'CITY', null, '430000'],
    ['430121', 'COUNTY', '430121', '430000'],
    ['430121102', 'TOWNSHIP', '430121', '430000'],
    ['430121102201', 'VILLAGE', '430121', '430000'],
    ['441900', 'CITY', '441900', '440000'],
    ['441900003', 'TOWNSHIP', '441900', '440000'],
    ['441800', 'CITY', null, '440000'],
    ['429004', 'COUNTY', '429004', '420000'],
  ])('%s is a %s of county %s and province %s', (text, level, county, province) => {
    expect([levelOf(code(text)), countyOf(code(text)), provinceOf(code(text))]).toEqual([level, county, province]);
  });

  it('names three cities without counties', () => {
    expect(CITIES_WITHOUT_COUNTIES).toEqual(['441900', '442000', '460400']);
  });

  it('gives every code below the county the first six digits as its county', () => {
    fc.assert(fc.property(anyCode, (each) => each.length === 6 || countyOf(each) === each.slice(0, 6)));
  });
});

describe('subtrees', () => {
  it('keeps 510000 to what starts with 51', () => {
    expect(subtreePrefix(code('510000'))).toBe('51');
    expect(isWithin(code('510104'), code('510000'))).toBe(true);
    expect(isWithin(code('500101'), code('510000'))).toBe(false);
    expect(isWithin(code('520000'), code('510000'))).toBe(false);
    expect(isWithin(code('350510'), code('510000'))).toBe(false);
  });

  it('tells 510100 from 511000 and from the township 511011001', () => {
    expect(isWithin(code('511011'), code('510100'))).toBe(false);
    expect(isWithin(code('511011001'), code('511000'))).toBe(true);
    expect(isWithin(code('511011001'), code('510100'))).toBe(false);
  });

  it('puts the nation under itself only', () => {
    expect(isWithin(NATION, NATION)).toBe(true);
    expect(isWithin(NATION, code('430000'))).toBe(false);
    expect(isWithin(code('430000'), NATION)).toBe(true);
  });

  it('agrees with the ancestors: a code is within itself and each region above, and within no other', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (one, other) => {
        const above = [one, ...ancestorsOf(one)];
        expect(above.every((region) => isWithin(one, region))).toBe(true);
        expect(isWithin(one, other)).toBe(above.includes(other));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('ancestorsOf', () => {
  it.each([
    ['430121102201', ['430121102', '430121', '430100', '430000', '000000']],
    ['441900003001', ['441900003', '441900', '440000', '000000']],
    ['441900', ['440000', '000000']],
    ['659001', ['659000', '650000', '000000']],
    ['000000', []],
  ])('%s lies under %j', (text, above) => {
    expect(ancestorsOf(code(text))).toEqual(above);
  });
});

describe('configurationKeyOf', () => {
  it.each([
    ['430121', '430000'],
    ['430000', '430000'],
    ['650000', '650000'],
    ['650103', '650000'],
    ['650103499', '650000'],
    ['650103500', CORPS],
    ['650103599001', CORPS],
    ['650103600', '650000'],
    ['658999', '650000'],
    ['659000', CORPS],
    ['659012', CORPS],
    ['659001001', CORPS],
    ['640103501', '640000'],
  ])('%s is ruled by the configuration %s', (text, key) => {
    expect(configurationKeyOf(code(text))).toBe(key);
  });

  it('names none for the nation', () => {
    expect(configurationKeyOf(NATION)).toBeNull();
  });

  it('is the province everywhere outside Xinjiang', () => {
    fc.assert(fc.property(anyCode, (each) => each.startsWith('65') || configurationKeyOf(each) === provinceOf(each)));
  });
});
