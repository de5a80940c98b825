import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { NATION } from '../../domain/kernel/region-code.js';
import { chinaHour } from '../../platform/clock.js';
import { eachInTurn } from '../../platform/each-in-turn.js';
import { screenRegister } from './screen-register.js';
import type { ScreeningParts } from './screening-run.js';

/** From one in the morning on, when few write. */
const FROM_HOUR = 1;

/**
 * 每日筛查 · Screens every province by the rules of the day, once a day, after one in the morning: whichever server comes first;
 * one that was cut off is finished by the next.
 *
 * @article 3.1
 */
export class DailyScreening {
  private doneOn: CalendarDate | null = null;

  constructor(private readonly parts: ScreeningParts) {}

  /**
   * 当日筛查 · Screens what is not yet screened today.
   *
   * @throws AggregateError with what kept some provinces from it, after the others are through
   */
  async take(
    { now, today }: { readonly now: Date; readonly today: CalendarDate },
    stopping?: AbortSignal,
  ): Promise<void> {
    if (this.doneOn === today || chinaHour(now) < FROM_HOUR) return;
    const provinces = this.parts.tree.childrenOf(NATION);
    const request = { on: today, now, today, requestId: 'daily-screening', onlyUnfinished: true, stopping };
    await eachInTurn(
      provinces,
      'some provinces were not screened',
      ({ code: region }) => screenRegister(this.parts, { ...request, region }),
      stopping,
    );
    if (stopping?.aborted !== true) this.doneOn = today;
  }
}
