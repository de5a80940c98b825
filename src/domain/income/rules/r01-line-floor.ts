import type { CalendarDate } from '../../kernel/calendar-date.js';
import { type Fen, formatYuan } from '../../kernel/money.js';
import type { Reason } from '../../kernel/verdict.js';

/** 待检监测线 · One value of a line, with its place and day. @article 2.2 */
export interface LineCandidate {
  /** For a person: `湖南省`, or the code of a county. */
  readonly place: string;
  readonly from: CalendarDate;
  /** Fen a head and year. */
  readonly perCapitaIncome: Fen;
}

/**
 * R01 监测线底线 · A monitoring line, county overrides included, is never under 1.5 × the national poverty standard of the
 * alleviation years in force on its day.
 *
 * @param floor  1.5 × the standard, fen a head and year; null where none is in force on that day
 * @returns null where the line holds, or the reason with place, day, value and floor
 * @article 2.2
 * @example checkLineFloor({ place: '湖南省', from, perCapitaIncome: yuan('5999.99') }, yuan('6000.00'))?.code // 'line-under-floor'
 */
export function checkLineFloor(line: LineCandidate, floor: Fen | null): Reason | null {
  const { place, from, perCapitaIncome } = line;
  if (floor === null) {
    const message = `no national floor is in force on ${from}, so the line of ${place} cannot be checked`;
    return { code: 'floor-unknown', message, article: '2.2', evidence: { place, from } };
  }
  if (perCapitaIncome >= floor) return null;
  const found = formatYuan(perCapitaIncome);
  const least = formatYuan(floor);
  return {
    code: 'line-under-floor',
    message: `the line of ${place} from ${from} is ${found} yuan, under the national floor of ${least} yuan`,
    article: '2.2',
    evidence: { place, from, perCapitaIncome: found, floor: least },
  };
}
