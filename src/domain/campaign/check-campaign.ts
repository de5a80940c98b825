import { type CalendarDate, yearOf } from '../kernel/calendar-date.js';
import { isWithin, type RegionCode } from '../kernel/region-code.js';
import { type Refusal, refuse } from '../kernel/verdict.js';

/** 集中排查 · A campaign as the rules know it. @article 3.1 */
export interface Campaign {
  readonly region: RegionCode;
  readonly year: number;
  readonly startsOn: CalendarDate;
  /** Inclusive. */
  readonly endsOn: CalendarDate;
}

/**
 * 年末 · The day by which a campaign of a year is done, where no other is named: at least one a year is asked for.
 *
 * @article 3.1
 */
export function lastDayOf(year: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-12-31` as CalendarDate;
}

/** The policy is of 14 May 2021; there is no campaign of it before. */
const EARLIEST_YEAR = 2021;

/**
 * R07 集中排查审查 · A campaign ends on or after the day it begins, and some day of it lies in the year that it is of.
 *
 * It may lie ahead, and one that was held before it was entered may be entered late.
 *
 * @article 3.1
 */
export function checkCampaign({ year, startsOn, endsOn }: Campaign, today: CalendarDate): Refusal[] {
  const refusals: Refusal[] = [];
  if (endsOn < startsOn)
    refusals.push(
      refuse('DATE_ORDER', `the campaign ends on ${endsOn}, before it starts on ${startsOn}`, ['endsOn'], '3.1'),
    );
  const latest = yearOf(today) + 1;
  if (year < EARLIEST_YEAR || year > latest)
    refusals.push(
      refuse(
        'BAD_VALUE',
        `a campaign is of a year from ${EARLIEST_YEAR}, when the policy began, to ${latest}; ${year} is none`,
        ['year'],
        '3.1',
      ),
    );
  else if (year < yearOf(startsOn) || year > yearOf(endsOn))
    refusals.push(
      refuse(
        'BAD_VALUE',
        `no day from ${startsOn} to ${endsOn} lies in ${year}; name the year that the campaign counts for`,
        ['year'],
        '3.1',
      ),
    );
  return refusals;
}

/**
 * R28 落实上级排查 · A campaign carries out one of a region above its own, of the same year, within that one's days: a household
 * is visited once and counts for both.
 *
 * @article 5.4
 */
export function checkCarriesOut(own: Campaign, higher: Campaign): Refusal[] {
  const refusals: Refusal[] = [];
  const say = (message: string): void => {
    refusals.push(refuse('BAD_VALUE', message, ['carriesOut'], '5.4'));
  };
  if (own.region === higher.region || !isWithin(own.region, higher.region))
    say(`${own.region} does not lie below ${higher.region}, whose campaign it is`);
  if (own.year !== higher.year) say(`that campaign is of ${higher.year}, this one of ${own.year}`);
  if (own.startsOn < higher.startsOn || own.endsOn > higher.endsOn)
    say(`that campaign runs from ${higher.startsOn} to ${higher.endsOn}; this one must lie within these days`);
  return refusals;
}
