import { InvalidArgumentError } from 'commander';
import { type CalendarDate, parseDate } from '../../src/domain/kernel/calendar-date.js';
import { COUNTY_DIGITS, type RegionCode, readRegionCode } from '../../src/domain/kernel/region-code.js';

/** 日期选项 · Reads a day. @throws InvalidArgumentError */
export function dayOption(text: string): CalendarDate {
  const found = parseDate(text);
  if (found === null) throw new InvalidArgumentError(`not a day YYYY-MM-DD: ${text}`);
  return found;
}

/**
 * 区划选项 · Reads a county or a region above it; `43` is short for 430000, as the codes of provinces are spoken.
 *
 * @param why  what is said of a smaller place: why it cannot be named
 */
export const countyOption =
  (why: string) =>
  (text: string): RegionCode => {
    const found = readRegionCode(/^\d{2}$/.test(text) ? `${text}0000` : text);
    if (typeof found !== 'string') throw new InvalidArgumentError(found.fault);
    if (found.length > COUNTY_DIGITS) throw new InvalidArgumentError(`${why}: name a county or a region above it`);
    return found;
  };
