import type { CalendarDate } from '../kernel/calendar-date.js';
import type { ProvinceConfig } from './province-config.js';

/**
 * 规则日 · The day whose rules serve a day: the day itself, or the configuration's first day where it lies before.
 *
 * Papers of before the first day are handled under the first rules there are. The line and the floor are not meant: they
 * are those of the day, or none.
 *
 * @article 5.1
 */
export function ruleDay({ firstDay }: Pick<ProvinceConfig, 'firstDay'>, on: CalendarDate): CalendarDate {
  if (on < firstDay) return firstDay;
  return on;
}
