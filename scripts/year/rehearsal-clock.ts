import { type CalendarDate, date } from '../../src/domain/kernel/calendar-date.js';
import type { Clock } from '../../src/platform/clock.js';

const MORNING = 'T08:00:00+08:00';
const MINUTE_MS = 60_000;

/** 演练时钟 · The clock of a rehearsal: a day begins at eight in China, and time passes as people work. */
export class RehearsalClock implements Clock {
  #day: CalendarDate;
  #passedMs = 0;

  constructor(day: CalendarDate) {
    this.#day = day;
  }

  today(): CalendarDate {
    return this.#day;
  }

  now(): Date {
    return new Date(Date.parse(`${this.#day}${MORNING}`) + this.#passedMs);
  }

  /** 开始一天 · Goes on to a day. @throws RangeError where it is over already */
  begin(day: string): void {
    const next = date(day);
    if (next < this.#day) throw new RangeError(`${next} is over; it is ${this.#day}`);
    if (next === this.#day) return;
    this.#day = next;
    this.#passedMs = 0;
  }

  /** 过去几分钟 · Lets time pass, within the day. */
  pass(minutes: number): void {
    this.#passedMs += minutes * MINUTE_MS;
  }
}
