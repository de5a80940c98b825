import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';

type Task = () => Promise<void>;

/** 日程 · What is to be done on which day; a task may put others on the same day or a later one. */
export class Agenda {
  readonly #days = new Map<CalendarDate, Task[]>();
  #today: CalendarDate | null = null;

  /** 列入 · Puts a task on a day. @throws RangeError where the day is over */
  put(day: CalendarDate, task: Task): void {
    if (this.#today !== null && day < this.#today) throw new RangeError(`${day} is over; it is ${this.#today}`);
    const tasks = this.#days.get(day);
    if (tasks === undefined) this.#days.set(day, [task]);
    else tasks.push(task);
  }

  /** 逐日办理 · Does everything in the order of the days, up to a last day. @param onDay  told as a day begins */
  async run(until: CalendarDate, onDay: (day: CalendarDate) => void): Promise<void> {
    for (let day = this.#next(); day !== null && day <= until; day = this.#next()) {
      this.#today = day;
      onDay(day);
      const tasks = this.#days.get(day)!;
      for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) await task();
      this.#days.delete(day);
    }
  }

  #next(): CalendarDate | null {
    let next: CalendarDate | null = null;
    for (const day of this.#days.keys()) if (next === null || day < next) next = day;
    return next;
  }
}
