import { mayAct } from '../../domain/jurisdiction/may-act.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';

/**
 * 仍在公示 · Until which day at least what was made public in a region on a day has to be shown for somebody to see it: whoever holds no
 * office there sees of past days only what is still shown today. A notice is public in its days, and no register of who was in need.
 *
 * @article 3.2
 */
export function stillShownOn({ principal, today }: Caller, region: RegionCode, day: CalendarDate): CalendarDate {
  const grants = principal?.grants ?? [];
  return day > today || mayAct({ grants, level: 'VILLAGE', regionCode: region }) ? day : today;
}
