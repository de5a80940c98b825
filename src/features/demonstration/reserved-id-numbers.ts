import type { Sex } from '../../domain/household/household.js';
import { checkDigit } from '../../domain/household/id-number.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';

/**
 * 保留顺序码 · Sequence codes that no living person has: in numbers of 15 digits 996 to 999 marked people of a hundred years
 * and more, born before 1900, and nobody else was given them. With a birth date after 1900 they are reserved here for the
 * demonstration. Even for women, odd for men, as GB 11643 has it.
 *
 * @article none — code table
 */
export const RESERVED_SERIALS: Readonly<Record<Sex, readonly string[]>> = {
  MALE: ['997', '999'],
  FEMALE: ['996', '998'],
};

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const DAYS = 55_000;
const SEXES: readonly Sex[] = ['MALE', 'FEMALE'];

/**
 * 保留身份号码 · Gives out identity numbers in the reserved serials, none twice: two a sex, birthday and county of the
 * address code. A birthday that is full in the household's own county goes on in the other counties of the province, as
 * people do who moved there; their number keeps where they were first registered.
 *
 * @article none — code table
 */
export class ReservedIdNumbers {
  /** How many numbers of a county, day and sex are given out: one byte each. */
  readonly #given = new Map<RegionCode, Uint8Array>();

  /**
   * @param countiesBeside  counties of the province that a county lies in, it among them
   * @param isTaken  whether a register that is added to has the number already
   */
  constructor(
    private readonly countiesBeside: (county: RegionCode) => readonly RegionCode[],
    private readonly isTaken: (number: string) => boolean = () => false,
  ) {}

  /**
   * 取号 · The next free number; null when no county of the province has one left for that day.
   *
   * @param birthDate  from 1900-01-01
   */
  take(county: RegionCode, birthDate: CalendarDate, sex: Sex): string | null {
    const beside = this.countiesBeside(county);
    const own = beside.indexOf(county);
    for (let step = 0; step < beside.length; step += 1) {
      const number = this.#takeIn(beside[(own + step) % beside.length] ?? county, birthDate, sex);
      if (number !== null) return number;
    }
    return null;
  }

  #takeIn(address: RegionCode, birthDate: CalendarDate, sex: Sex): string | null {
    let given = this.#given.get(address);
    if (given === undefined) {
      given = new Uint8Array(DAYS * SEXES.length);
      this.#given.set(address, given);
    }
    const place = ((Date.parse(birthDate) - FIRST_DAY) / DAY_MS) * SEXES.length + SEXES.indexOf(sex);
    const serials = RESERVED_SERIALS[sex];
    for (let next = given[place] ?? serials.length; next < serials.length; next += 1) {
      given[place] = next + 1;
      const first17 = `${address}${birthDate.replaceAll('-', '')}${serials[next]}`;
      const number = `${first17}${checkDigit(first17)}`;
      if (!this.isTaken(number)) return number;
    }
    return null;
  }
}
