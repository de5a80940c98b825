import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, readIdNumber } from '../../../src/domain/household/id-number.js';

const SAMPLE = '11010519491231002X';
const withCheck = (first17: string): string => first17 + checkDigit(first17);
const faultOf = (text: string): string => {
  const read = readIdNumber(text);
  return 'fault' in read ? read.fault : 'accepted';
};

describe('checkDigit', () => {
  it('is X for the standard’s own sample 11010519491231002', () => {
    expect(checkDigit('11010519491231002')).toBe('X');
  });

  it('takes each of its eleven values', () => {
    const digits = Array.from({ length: 200 }, (_, n) => checkDigit(`1101051949123${String(n).padStart(4, '0')}`));
    expect([...new Set(digits)].sort()).toEqual([...'0123456789X']);
  });

  it.each(['', '1101051949123100', '11010519491231002X', '1101051949123100２'])('refuses %j', (text) => {
    expect(() => checkDigit(text)).toThrow(RangeError);
  });
});

describe('readIdNumber, 18 characters', () => {
  it('reads 11010519491231002X: born on 1949-12-31, a woman', () => {
    expect(readIdNumber(SAMPLE)).toEqual({
      number: SAMPLE,
      birthDate: '1949-12-31',
      sex: 'FEMALE',
      disabilityCard: null,
    });
  });

  it('reads a small x as X, so that one person has one number', () => {
    expect(readIdNumber(SAMPLE.toLowerCase())).toEqual(readIdNumber(SAMPLE));
  });

  it.each([...'0123456789'])('refuses the same with the last digit %s', (last) => {
    expect(faultOf(SAMPLE.slice(0, 17) + last)).toBe('the check digit does not agree with the other 17');
  });

  it('reads an odd sequence as a man, an even one as a woman', () => {
    expect(readIdNumber(withCheck('43012119800101003'))).toMatchObject({ sex: 'MALE' });
    expect(readIdNumber(withCheck('43012119800101004'))).toMatchObject({ sex: 'FEMALE' });
  });

  it.each([
    ['20240229', 'accepted'],
    ['20230229', 'digits 7 to 14 are no calendar day YYYYMMDD'],
    ['20231231', 'accepted'],
    ['20231232', 'digits 7 to 14 are no calendar day YYYYMMDD'],
    ['20231301', 'digits 7 to 14 are no calendar day YYYYMMDD'],
    ['20230001', 'digits 7 to 14 are no calendar day YYYYMMDD'],
    ['00000000', 'digits 7 to 14 are no calendar day YYYYMMDD'],
  ])('holds a birth on %s against the calendar: %s', (day, answer) => {
    expect(faultOf(withCheck(`430121${day}003`))).toBe(answer);
  });

  it.each([
    ['430121', 'accepted'],
    ['659001', 'accepted'],
    ['830000', 'accepted'],
    ['990101', 'digits 1 and 2 are no province of GB/T 2260'],
    ['000000', 'digits 1 and 2 are no province of GB/T 2260'],
    ['160101', 'digits 1 and 2 are no province of GB/T 2260'],
    ['430021', 'digits 1 to 6 do not have the form of a division code'],
  ])('holds the region %s against its form: %s', (region, answer) => {
    expect(faultOf(withCheck(`${region}19800101003`))).toBe(answer);
  });

  it.each([17, 19, 0, 15, 21, 23])('refuses %i characters', (length) => {
    expect(faultOf(SAMPLE.padEnd(30, '0').slice(0, length))).toContain(`this one has ${length}`);
  });

  it.each([
    ' 1010519491231002X',
    '1101051949123100X2',
    '１１０１０５１９４９１２３１００２X',
    'XXXXXXXXXXXXXXXXXX',
    '11010519491231002\n',
  ])('refuses %j as no digits', (text) => {
    expect(faultOf(text)).toBe('an ID number is 17 digits and then a digit or X');
  });

  it('finds every single wrong digit among the first 17 of 200 numbers', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 0, max: 999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(numbers, ([sequence, at, shift]) => {
        const number = withCheck(`43012119800101${String(sequence).padStart(3, '0')}`);
        const wrong = (Number(number[at]) + shift) % 10;
        expect(faultOf(number)).toBe('accepted');
        expect(faultOf(number.slice(0, at) + wrong + number.slice(at + 1))).not.toBe('accepted');
      }),
      { numRuns: 200 },
    );
  });

  it('never throws and never repeats more than 5 digits of what it refuses', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{15,22}[X ]?$/)), (text) => {
        for (const run of faultOf(text).matchAll(/\d{3,}/g)) expect(run[0].length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('readIdNumber of a disability card', () => {
  it('reads 20 characters: the person’s number, category 4, grade 2', () => {
    expect(readIdNumber(`${SAMPLE}42`)).toMatchObject({
      number: SAMPLE,
      birthDate: '1949-12-31',
      disabilityCard: { category: 4, grade: 2, reissue: null },
    });
  });

  it('reads 22 characters of a re-issued card', () => {
    expect(readIdNumber(`${SAMPLE}42B1`)).toMatchObject({ disabilityCard: { category: 4, grade: 2, reissue: 'B1' } });
  });

  it.each([
    ['11', 'accepted'],
    ['74', 'accepted'],
    ['01', 'the category of disability (digit 19) is 1 to 7'],
    ['81', 'the category of disability (digit 19) is 1 to 7'],
    ['10', 'the grade of disability (digit 20) is 1 to 4'],
    ['15', 'the grade of disability (digit 20) is 1 to 4'],
    ['42b2', 'accepted'],
    ['4211', 'a disability card ends in category and grade digits, re-issued in a letter and a digit more'],
    ['4X', 'a disability card ends in category and grade digits, re-issued in a letter and a digit more'],
  ])('holds the ending %s against its form: %s', (ending, answer) => {
    expect(faultOf(SAMPLE + ending)).toBe(answer);
  });

  it('verifies the 18-digit part of 20 all the same', () => {
    expect(faultOf(`${SAMPLE.slice(0, 17)}142`)).toBe('the check digit does not agree with the other 17');
  });
});
