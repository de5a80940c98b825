import { type CalendarDate, parseDate } from '../../src/domain/kernel/calendar-date.js';
import { countyOf, readRegionCode } from '../../src/domain/kernel/region-code.js';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { CommandFault } from './command-output.js';
import type { DiffSide } from './diff.command.js';

/** 读日期 · A day of the command line. @throws CommandFault when it is none @article none — technical */
export function readDay(text: string): CalendarDate {
  const day = parseDate(text);
  if (day === null) throw new CommandFault(`${text}: no day; expected YYYY-MM-DD`);
  return day;
}

/** 读县代码 · A county of the command line. @throws CommandFault when it is none @article none — technical */
export function readCounty(text: string): string {
  const code = readRegionCode(text);
  if (typeof code === 'string' && countyOf(code) === code) return code;
  throw new CommandFault(`${text}: no county; expected a code of 6 digits such as 430121`);
}

/**
 * 本省的县 · A county as it was asked for, where it lies in the province.
 *
 * @throws CommandFault where it does not, so that nobody reads the whole province's rules for a county's
 * @article 5.1
 */
export function countyWithin({ code, name }: LoadedProvince, county: string | null): string | null {
  if (county === null || county.slice(0, 2) === code.slice(0, 2)) return county;
  throw new CommandFault(`${county} lies in another province than ${code} ${name.zh}`);
}

/**
 * 读比较两侧 · Two modules on one day (or a day each), or one province on two days.
 *
 * @throws CommandFault when it is neither
 * @article none — technical
 */
export function readSides(
  modules: readonly string[],
  province: string | undefined,
  days: readonly string[],
  today: CalendarDate,
): [DiffSide, DiffSide] {
  const [first = today, second = first] = days.map(readDay);
  const [before, after] = province === undefined ? modules : [province, province];
  const bothDays = province === undefined || days.length === 2;
  const named = province === undefined ? modules.length === 2 : modules.length === 0;
  if (!named || !bothDays || before === undefined || after === undefined)
    throw new CommandFault('expected two modules, `diff A B`, or one on two days, `diff --province 43 --on DAY DAY`');
  return [
    { province: before, on: first },
    { province: after, on: second },
  ];
}
