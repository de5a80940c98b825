import { addDays, addMonths, type CalendarDate } from '../kernel/calendar-date.js';
import type { IncomeRecord } from './income-record.js';

/**
 * 窗口长度相符 · Whether a record spans the months that the line counts over.
 *
 * A window written with the same day at both ends (15 November to 15 November) is one day longer and counts too.
 *
 * @param windowMonths  the line's window, at least 1
 * @article 2.2
 */
export function spansMonths(record: Pick<IncomeRecord, 'from' | 'to'>, windowMonths: number): boolean {
  const next = addMonths(record.from, windowMonths);
  return record.to === addDays(next, -1) || record.to === next;
}

/**
 * 适用收入记录 · The record that tells the income of a day: the newest one that spans the line's window, has ended by
 * that day and is no older than one more window. Null where there is none: then income is not assessable.
 *
 * @param records  in any order; the register's newest-first list will do
 * @param windowMonths  the line's window, at least 1
 * @article 2.2
 * @example incomeInWindow([of2021, of2022], date('2023-06-01'), 12) // of2022
 */
export function incomeInWindow(
  records: readonly IncomeRecord[],
  on: CalendarDate,
  windowMonths: number,
): IncomeRecord | null {
  const serves = records.filter(
    (record) => record.to <= on && on <= addMonths(record.to, windowMonths) && spansMonths(record, windowMonths),
  );
  return newest(serves);
}

/**
 * 最早截止日 · The first day that a record may end on and still tell the income of a day: `on` is no later than one more window.
 *
 * @param windowMonths  the line's window, at least 1
 * @article 2.2
 * @example earliestEnd(date('2024-02-29'), 12) // '2023-02-28'
 */
export function earliestEnd(on: CalendarDate, windowMonths: number): CalendarDate {
  // Months end on different days: the day before the shortest may serve too.
  let day = addDays(addMonths(on, -windowMonths), -LONGEST_STEP);
  while (addMonths(day, windowMonths) < on) day = addDays(day, 1);
  return day;
}

/** Days by which the ends of two months differ at most. */
const LONGEST_STEP = 3;

/**
 * 上一窗口收入记录 · The record of the window before: the newest that ended before `current` begins and no more than one
 * window earlier. Null where there is none: then a fall of income is not assessable.
 *
 * @article 2.1
 */
export function incomeBefore(
  records: readonly IncomeRecord[],
  current: IncomeRecord,
  windowMonths: number,
): IncomeRecord | null {
  const earliest = addMonths(current.from, -windowMonths);
  return newest(
    records.filter((record) => record.to < current.from && record.to >= earliest && spansMonths(record, windowMonths)),
  );
}

function newest(records: readonly IncomeRecord[]): IncomeRecord | null {
  let found: IncomeRecord | null = null;
  for (const record of records) {
    if (found === null || record.to > found.to || (record.to === found.to && record.from > found.from)) found = record;
  }
  return found;
}
