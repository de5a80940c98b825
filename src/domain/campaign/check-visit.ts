import type { CalendarDate } from '../kernel/calendar-date.js';
import { faultOfText } from '../kernel/entered-text.js';
import { isWithin, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';
import type { ContactMode } from '../procedure/step-act.js';
import type { Campaign } from './check-campaign.js';

/** 走访 · A visit as it is entered. @article 3.1 */
export interface VisitEntry {
  readonly visitedOn: CalendarDate;
  readonly visitors: readonly string[];
  readonly mode: ContactMode;
  readonly policyExplained: boolean;
  readonly concern: string | null;
  /** Who spoke for the household. */
  readonly proxy: string | null;
}

const MOST_VISITORS = 20;
const LONGEST = { name: 100, concern: 4_000 } as const;

/**
 * 已见到农户 · Whether somebody of the household, or somebody who speaks for it, was met: such a visit counts; one that found
 * nobody does not.
 *
 * @article 3.1
 */
export function metHousehold(mode: ContactMode): boolean {
  return mode !== 'ABSENT';
}

/**
 * R25 走访审查 · Who visited is named, on a day that has come; where nobody was met nothing was explained, and who spoke for the
 * household is told of a visit by proxy only.
 *
 * @article 3.1
 */
export function checkVisit(entry: VisitEntry, today: CalendarDate): Refusal[] {
  const { visitedOn, mode, policyExplained, concern, proxy } = entry;
  const refusals: Refusal[] = [];
  const say = (message: string, ...path: string[]): void => {
    refusals.push(refuse('BAD_VALUE', message, path, '3.1'));
  };
  if (visitedOn > today)
    refusals.push(refuse('DATE_IN_FUTURE', `${visitedOn} has not come; today is ${today}`, ['visitedOn'], '3.1'));
  checkVisitors(entry.visitors, say);
  if (policyExplained && !metHousehold(mode))
    say(
      'nobody was met, so nothing was explained: give policyExplained: false, or how they were met',
      'policyExplained',
    );
  if (proxy !== null && mode !== 'PROXY')
    say(`who spoke for the household belongs to mode PROXY, not to ${mode}; leave it out`, 'proxy');
  const faultOfProxy = proxy === null ? null : faultOfText(proxy, LONGEST.name);
  if (faultOfProxy !== null) say(`the name ${faultOfProxy}`, 'proxy');
  const faultOfConcern = concern === null ? null : faultOfText(concern, LONGEST.concern);
  if (faultOfConcern !== null) say(`the concern ${faultOfConcern}; leave it out where there is none`, 'concern');
  return refusals;
}

function checkVisitors(visitors: readonly string[], say: (message: string, ...path: string[]) => void): void {
  if (visitors.length === 0) say('name at least one visitor', 'visitors');
  if (visitors.length > MOST_VISITORS)
    say(`${visitors.length} visitors are named; at most ${MOST_VISITORS} are kept`, 'visitors');
  visitors.forEach((name, index) => {
    const fault = faultOfText(name, LONGEST.name);
    if (fault !== null) say(`the name ${fault}`, 'visitors', String(index));
  });
}

/**
 * R28 走访与排查 · A visit that names a campaign lies in its region and its days. Named or not, it counts for every campaign that
 * runs there on that day.
 *
 * @article 5.4
 */
export function checkVisitOfCampaign(region: RegionCode, visitedOn: CalendarDate, campaign: Campaign): Refusal[] {
  const { startsOn, endsOn } = campaign;
  const refusals: Refusal[] = [];
  if (!isWithin(region, campaign.region))
    refusals.push(
      refuse(
        'BAD_VALUE',
        `the household does not live in ${campaign.region}, where the campaign is`,
        ['campaignId'],
        '5.4',
      ),
    );
  if (visitedOn < startsOn || visitedOn > endsOn)
    refusals.push(
      refuse(
        'BAD_VALUE',
        `the campaign runs from ${startsOn} to ${endsOn}, and not on ${visitedOn}; leave it out, the visit counts for every campaign that runs`,
        ['campaignId'],
        '5.4',
      ),
    );
  return refusals;
}
