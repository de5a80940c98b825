import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from '../../../src/domain/household/mask-personal-data.js';

describe('maskName', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳修', '欧**'],
    ['诸葛孔明', '诸***'],
    ['买买提·吐尔逊', '买******'],
    ['𠮷田', '𠮷*'],
    [' 张三 ', '张*'],
    ['张', '*'],
    ['Maria', 'M***'],
    ['Li Xiaoming', 'L***'],
    ['Ünal', 'Ü***'],
    ['ئابدۇللا', 'ئ***'],
    ['M', '***'],
    ['', '***'],
    [' ', '***'],
    ['430121194912310034', '***'],
    ['*三', '***'],
    ['\ud800三', '***'],
    ['\u202e三张', '***'],
  ])('shows %j as %j', (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });
});

describe('maskIdNumber', () => {
  it.each([
    ['430121194912310034', '430121************'],
    ['11010519491231002X', '110105************'],
    ['11010519491231002X42', '110105**************'],
    ['11010519491231002X42B1', '110105****************'],
    ['430121491231003', '***'],
    ['43012119491231003', '***'],
    ['4301211949123100344', '***'],
    ['张三', '***'],
    ['', '***'],
  ])('shows %j as %j', (number, shown) => {
    expect(maskIdNumber(number)).toBe(shown);
  });

  it('leaves all that the day of birth beside it does not tell: 500 numbers of a sex, and none of them marked', () => {
    const masked = ['001', '499', '998'].map((order) => maskIdNumber(`43012119491231${order}X`));
    expect(new Set(masked).size).toBe(1);
  });
});

describe('maskPhone', () => {
  it.each([
    ['13812341234', '138****1234'],
    ['+86 138-1234-1234', '138****1234'],
    ['8613812341234', '138****1234'],
    ['1381234123', '***'],
    ['138123412345', '***'],
    ['0731-88881234', '***'],
    ['12345', '***'],
    ['', '***'],
  ])('shows %j as %j', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});

describe('masking', () => {
  it('never throws, and shows at most 1 character of a name, 10 of a number, 7 of a phone', () => {
    const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d张X ]{0,24}$/));
    fc.assert(
      fc.property(odd, (text) => {
        const shown = (masked: string): number => [...masked].filter((character) => character !== '*').length;
        expect(shown(maskName(text))).toBeLessThanOrEqual(1);
        expect(shown(maskIdNumber(text))).toBeLessThanOrEqual(10);
        expect(shown(maskPhone(text))).toBeLessThanOrEqual(7);
      }),
    );
  });
});
