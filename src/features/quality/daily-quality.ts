import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { NATION } from '../../domain/kernel/region-code.js';
import { chinaHour } from '../../platform/clock.js';
import { eachInTurn } from '../../platform/each-in-turn.js';
import { type ScanQualityParts, ScanQualityService } from './scan-quality.service.js';

/** From three in the morning on, when the screening of the day is through. */
const FROM_HOUR = 3;

/**
 * 每日质量检查 · Looks through every province by the rules of data quality, once a day: whichever server comes first; a run that was cut
 * off is finished by the next.
 *
 * @article 5.3
 */
export class DailyQuality {
  private readonly quality: ScanQualityService;
  private doneOn: CalendarDate | null = null;

  constructor(private readonly parts: ScanQualityParts) {
    this.quality = new ScanQualityService(parts);
  }

  /**
   * 当日检查 · Looks through what was not yet looked through today.
   *
   * @throws AggregateError with what kept some provinces from it, after the others are through
   */
  async take(
    { now, today }: { readonly now: Date; readonly today: CalendarDate },
    stopping?: AbortSignal,
  ): Promise<void> {
    if (this.doneOn === today || chinaHour(now) < FROM_HOUR) return;
    const request = { on: today, now, onlyUnfinished: true, stopping };
    await eachInTurn(
      this.parts.tree.childrenOf(NATION),
      'some provinces were not looked through for faults of data quality',
      ({ code }) => this.quality.scan(code, request),
      stopping,
    );
    if (stopping?.aborted !== true) this.doneOn = today;
  }
}
