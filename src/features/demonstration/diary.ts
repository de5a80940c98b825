import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import { earlierDay } from './day-order.js';
import type { SeededRandom } from './seeded-random.js';

const WORKING_SECONDS = 8 * 3_600;

/**
 * 日志 · When acts of one subject are entered: in working hours of China, one after the other, never later than a last day.
 *
 * @article none — technical
 */
export class Diary {
  #last = 0;
  #lastDay: CalendarDate | null = null;

  /** @param until  last day on which anything was entered or happened */
  constructor(
    readonly until: CalendarDate,
    private readonly random: SeededRandom,
  ) {}

  /** 录入日 · The day on which something that happened is entered: mostly the same, never before the entry before it. */
  entryDay(occurredOn: CalendarDate): CalendarDate {
    const delay = this.random.weighted([
      [0, 14],
      [1, 4],
      [2, 2],
    ]);
    const late = addDays(occurredOn, delay);
    const day = this.#lastDay !== null && this.#lastDay > late ? this.#lastDay : late;
    return earlierDay(day, this.until);
  }

  /** 录入时刻 · An instant of that day, after every instant before, RFC 3339. */
  instantOn(day: CalendarDate): string {
    const opening = Date.parse(`${day}T01:00:00Z`);
    const wanted = opening + this.random.integer(0, WORKING_SECONDS) * 1_000;
    this.#last = wanted > this.#last ? wanted : this.#last + this.random.integer(40, 400) * 1_000;
    this.#lastDay = day;
    return new Date(this.#last).toISOString();
  }
}
