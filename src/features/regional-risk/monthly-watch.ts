import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { NATION } from '../../domain/kernel/region-code.js';
import { chinaHour } from '../../platform/clock.js';
import { eachInTurn } from '../../platform/each-in-turn.js';
import { WatchService, type WatchParts } from './watch.service.js';

/** From five in the morning on, when the screening of the day is through. */
const FROM_HOUR = 5;

/**
 * 每月监测 · Watches every province once a month, as soon as the month before is over: whichever server comes first raises a warning,
 * one that comes again raises none.
 *
 * @article 2.3
 */
export class MonthlyWatch {
  private readonly watch: WatchService;
  /** Provinces that are through, with the month in which they were. */
  private readonly done = new Map<string, string>();

  constructor(private readonly parts: WatchParts) {
    this.watch = new WatchService(parts);
  }

  /**
   * 当月监测 · Watches what was not watched yet this month.
   *
   * @throws AggregateError with what kept some provinces from it, after the others are through
   */
  async take(
    { now, today }: { readonly now: Date; readonly today: CalendarDate },
    stopping?: AbortSignal,
  ): Promise<void> {
    if (chinaHour(now) < FROM_HOUR) return;
    const month = today.slice(0, 7);
    const left = this.parts.tree.childrenOf(NATION).filter(({ code }) => this.done.get(code) !== month);
    await eachInTurn(
      left,
      'some provinces were not watched',
      async ({ code }) => {
        await this.watch.watch(code, { on: today, today, now }, undefined, stopping);
        if (stopping?.aborted !== true) this.done.set(code, month);
      },
      stopping,
    );
  }
}
