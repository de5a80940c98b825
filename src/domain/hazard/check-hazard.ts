import type { CalendarDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { isWithin, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 风险事件 · A hazard as it is reported. @article 2.3 */
export interface HazardReport {
  readonly regions: readonly RegionCode[];
  readonly occurredOn: CalendarDate;
  readonly description: string;
}

const LONGEST_DESCRIPTION = 4_000;
const MOST_REGIONS = 500;

/**
 * R19 风险事件审查 · A hazard happened on a day that has come, somewhere, and is told in words; no region of it stands twice or
 * lies in another of it.
 *
 * @article 2.3
 */
export function checkHazard({ regions, occurredOn, description }: HazardReport, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  const say = (message: string, ...path: string[]): void => {
    refusals.push(refuse('BAD_VALUE', message, path, '2.3'));
  };
  if (occurredOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${occurredOn} has not come; today is ${today}`, ['occurredOn'], '2.3'));
  if (regions.length === 0) say('name at least one region that it struck', 'regions');
  if (regions.length > MOST_REGIONS)
    say(`${regions.length} regions are named; at most ${MOST_REGIONS} are: name the region above them`, 'regions');
  else
    regions.forEach((region, index) => {
      const wider = regions.findIndex((other, place) => place !== index && isWithin(region, other));
      if (wider >= 0 && (regions[wider] !== region || wider < index))
        say(`${region} lies in ${regions[wider]}, which is named too; name each place once`, 'regions', String(index));
    });
  const fault = faultOfText(description, LONGEST_DESCRIPTION);
  if (fault !== null) say(`the description ${fault}`, 'description');
  return refusals;
}

/**
 * R19 筛查日审查 · A screening looks at the register as of a day that has come, not before the hazard.
 *
 * @article 2.3
 */
export function checkScreeningDay(on: CalendarDate, occurredOn: CalendarDate, today: CalendarDate): Refusal[] {
  if (on > today) return [refuse('DATE_IN_FUTURE', `${on} has not come; today is ${today}`, ['on'], '2.3')];
  if (on >= occurredOn) return [];
  return [refuse('DATE_ORDER', `the hazard occurred on ${occurredOn}, after ${on}`, ['on'], '2.3')];
}
