import { type CalendarDate, parseDate } from '../kernel/calendar-date.js';
import { readRegionCode } from '../kernel/region-code.js';
import type { Sex } from './household.js';

/**
 * 公民身份号码 · What an identity number (GB 11643) says of its holder.
 *
 * @article none — code table
 */
export interface IdNumber {
  /** 18 characters, the last a digit or a capital X. Two texts of one person have the same number. */
  readonly number: string;
  readonly birthDate: CalendarDate;
  readonly sex: Sex;
  /** Set when the text is the number of a disability card (残疾人证), which holds the identity number. */
  readonly disabilityCard: DisabilityCard | null;
}

/** 残疾人证号 · The digits that a disability card adds. @article none — code table */
export interface DisabilityCard {
  /** 1 视力 · 2 听力 · 3 言语 · 4 肢体 · 5 智力 · 6 精神 · 7 多重. */
  readonly category: number;
  /** 1 (most severe) to 4. */
  readonly grade: number;
  /** The two characters of a re-issued card, e.g. `B1`; null on the first. */
  readonly reissue: string | null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_BY_REMAINDER = '10X98765432';

/** GB/T 2260 provinces; 83 is the residence permit of people from Taiwan. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 ' + '50 51 52 53 54 61 62 63 64 65 71 81 82 83'
  ).split(' '),
);

/**
 * 校验码 · The check digit of an identity number (ISO 7064 MOD 11-2).
 *
 * @param first17  17 digits
 * @throws RangeError when it is not 17 digits
 * @article none — code table
 * @example checkDigit('11010519491231002') // 'X'
 */
export function checkDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check digit is reckoned from 17 digits');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECK_BY_REMAINDER.charAt(sum % 11);
}

/**
 * 读身份号码 · Reads an identity number or a disability card's number, or says what is wrong with it.
 *
 * 18 characters, or 20 and 22 for a disability card (category, grade, and two more when re-issued). A small x is read
 * as X. Whether the region exists, and whether the birth lies in the past, are other questions.
 *
 * @returns the number with birth date and sex, or `{ fault }`: a sentence that never repeats the number
 * @article none — code table
 * @example readIdNumber('11010519491231002X') // { number: …, birthDate: '1949-12-31', sex: 'FEMALE', … }
 */
export function readIdNumber(text: string): IdNumber | { readonly fault: string } {
  if (![18, 20, 22].includes(text.length))
    return { fault: `an ID number has 18 characters, a disability card's 20 or 22; this one has ${text.length}` };
  const number = text.slice(0, 18).toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return { fault: 'an ID number is 17 digits and then a digit or X' };
  const fault = faultOfNumber(number);
  if (fault !== null) return { fault };

  const card = text.length === 18 ? null : readCard(text.slice(18));
  if (card !== null && 'fault' in card) return card;
  const birthDate = birthDateOf(number);
  if (birthDate === null) return { fault: 'digits 7 to 14 are no calendar day YYYYMMDD' };
  return { number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE', disabilityCard: card };
}

function faultOfNumber(number: string): string | null {
  const region = number.slice(0, 6);
  if (!PROVINCES.has(region.slice(0, 2))) return 'digits 1 and 2 are no province of GB/T 2260';
  if (typeof readRegionCode(region) !== 'string') return 'digits 1 to 6 do not have the form of a division code';
  if (birthDateOf(number) === null) return 'digits 7 to 14 are no calendar day YYYYMMDD';
  if (checkDigit(number.slice(0, 17)) !== number[17]) return 'the check digit does not agree with the other 17';
  return null;
}

function birthDateOf(number: string): CalendarDate | null {
  return parseDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
}

function readCard(rest: string): DisabilityCard | { readonly fault: string } {
  const match = /^(\d)(\d)([A-Z]\d)?$/.exec(rest.toUpperCase());
  if (match === null)
    return { fault: 'a disability card ends in category and grade digits, re-issued in a letter and a digit more' };
  const [category, grade] = [Number(match[1]), Number(match[2])];
  if (category < 1 || category > 7) return { fault: 'the category of disability (digit 19) is 1 to 7' };
  if (grade < 1 || grade > 4) return { fault: 'the grade of disability (digit 20) is 1 to 4' };
  return { category, grade, reissue: match[3] ?? null };
}
