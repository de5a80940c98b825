import { identificationDueNow } from '../../domain/case/identification-due.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import { ifConfigured, type ProvinceService } from '../province/index.js';
import { moveIdentificationDays, type UndatedCase, undatedCases } from './due-days.repository.js';
import { pagesByCounty, tellByCounty } from './last-days-by-county.js';

/** 补定识别期限所需 · What last days of identifications are told by. */
export interface IdentificationDayNeeds {
  readonly database: Database;
  readonly provinces: Pick<ProvinceService, 'rulesOf'>;
  readonly holidays: HolidayCalendar;
}

/**
 * 补定识别期限 · Tells the last days of identifications under way that could not be told when their cases were opened, and moves those
 * forward whose household turned out to have been found earlier. Every step of an identification does the same for its own case.
 *
 * No event is written: the day follows from the days of the leads, which the chain of the household tells, and the calendar.
 *
 * @param counties  all of the register
 * @param stopping  ends it at the next counties
 * @returns how many last days were told or moved
 * @throws AggregateError with what kept some counties from it, after the others are through
 * @article 3.2
 */
export async function tellIdentificationDays(
  needs: IdentificationDayNeeds,
  counties: readonly RegionCode[],
  stopping?: AbortSignal,
): Promise<number> {
  const pages = pagesByCounty<UndatedCase>(
    counties,
    (some, after, limit) => needs.database.read(regionScope(some), (tx) => undatedCases(tx, some, after, limit)),
    stopping,
  );
  return tellByCounty(pages, async (county, cases) => {
    const moved = cases.flatMap((one) => {
      const due = dueNow(needs, one);
      return due === null || due === one.known ? [] : [{ id: one.id, known: one.known, due }];
    });
    if (moved.length === 0) return 0;
    return needs.database.write(regionScope([county]), (tx) => moveIdentificationDays(tx, county, moved));
  });
}

/** Null where none can be told, also because the configuration that the case was opened under is not there: it stays as it is. */
function dueNow({ provinces, holidays }: IdentificationDayNeeds, one: UndatedCase): CalendarDate | null {
  const limitOn = (found: CalendarDate) =>
    provinces.rulesOf(one.configVersion, one.regionCode, found).identificationLimit?.value ?? null;
  return ifConfigured(() => identificationDueNow(one, limitOn, holidays));
}
