/**
 * 日期 · A calendar day of China Standard Time, `YYYY-MM-DD`; compares as text.
 *
 * @article none — technical
 */
export type CalendarDate = string & { readonly __day: 'china-standard-time' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * 读日期 · Reads a day; null where there is no such day (2023-02-29) or another form.
 *
 * @article none — technical
 */
export function parseDate(text: string): CalendarDate | null {
  if (text.length !== 10 || !DAY.test(text)) return null;
  const [year, month, day] = [numberAt(text, 0) * 100 + numberAt(text, 2), numberAt(text, 5), numberAt(text, 8)];
  const exists = year >= EARLIEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);
  return exists ? (text as CalendarDate) : null;
}

/** The number of two digits; days are read by the thousand, and cutting texts out of them costs most of it. */
const numberAt = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - ZERO;
const ZERO = 11 * '0'.charCodeAt(0);

/** Years are written in full: 0021 is a slip of the pen. */
const EARLIEST_YEAR = 100;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastDayOf(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return leap ? 29 : DAYS_OF_MONTH[month - 1]!;
}

/** 日期 · Takes a day written in code. @throws RangeError when there is no such day @article none — technical */
export function date(text: string): CalendarDate {
  const value = parseDate(text);
  if (value === null) throw new RangeError(`not a calendar day YYYY-MM-DD: ${text}`);
  return value;
}

const toDayNumber = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const fromDayNumber = (number: number): CalendarDate =>
  new Date(number * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

/** 加天数 · The day `days` later (earlier when negative). @article none — technical */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(toDayNumber(day) + days);
}

/**
 * 加月数 · The same day of the month `months` later, or the last day of that month.
 *
 * @article none — technical
 * @example addMonths(date('2023-08-31'), 6) // '2024-02-29'
 */
export function addMonths(day: CalendarDate, months: number): CalendarDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, last));
  return first.toISOString().slice(0, 10) as CalendarDate;
}

/** 相差天数 · Days from `from` to `to`; negative when `to` is earlier. @article none — technical */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 年份 · The calendar year of a day. @article none — technical */
export function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/**
 * 周岁 · Full years of age on a day; null before birth.
 *
 * @article none — technical
 * @example ageOn(date('2007-09-01'), date('2023-08-31')) // 15
 */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number | null {
  if (on < birthDate) return null;
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
