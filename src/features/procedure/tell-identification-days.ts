import { identificationDueNow } from '../../domain/case/identification-due.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { ProvinceService } from '../province/index.js';
import { moveIdentificationDays, type UndatedCase, undatedCases } from './due-days.repository.js';

/** 补定识别期限所需 · What last days of identifications are told by. */
export interface IdentificationDayNeeds {
  readonly database: Database;
  readonly provinces: Pick<ProvinceService, 'rulesOf'>;
  readonly holidays: HolidayCalendar;
}

const COUNTIES_AT_ONCE = 100;
const CASES_AT_ONCE = 200;

/**
 * 补定识别期限 · Tells the last days of identifications under way that could not be told when their cases were opened, and moves those
 * forward whose household turned out to have been found earlier. Every step of an identification does the same for its own case.
 *
 * No event is written: the day follows from the days of the leads, which the chain of the household tells, and the calendar.
 *
 * @param counties  all of the register
 * @param stopping  ends it at the next counties
 * @returns how many last days were told or moved
 * @article 3.2
 */
export async function tellIdentificationDays(
  needs: IdentificationDayNeeds,
  counties: readonly RegionCode[],
  stopping?: AbortSignal,
): Promise<number> {
  let told = 0;
  for (let at = 0; at < counties.length && stopping?.aborted !== true; at += COUNTIES_AT_ONCE) {
    const some = counties.slice(at, at + COUNTIES_AT_ONCE);
    for (let last: UndatedCase | null = null; ; ) {
      const found: UndatedCase[] = await needs.database.read(regionScope(some), (tx) =>
        undatedCases(tx, some, last, CASES_AT_ONCE),
      );
      const moved = found.flatMap((one) => {
        const due = dueNow(needs, one);
        return due === null || due === one.known ? [] : [{ county: one.county, id: one.id, known: one.known, due }];
      });
      for (const county of new Set(moved.map((one) => one.county))) {
        const days = moved.filter((one) => one.county === county);
        told += await needs.database.write(regionScope([county as RegionCode]), (tx) =>
          moveIdentificationDays(tx, county, days),
        );
      }
      last = found.at(-1) ?? null;
      if (found.length < CASES_AT_ONCE) break;
    }
  }
  return told;
}

/** As it stands where the configuration that the case was opened under is not there. */
function dueNow({ provinces, holidays }: IdentificationDayNeeds, one: UndatedCase): CalendarDate | null {
  const limitOn = (found: CalendarDate) =>
    provinces.rulesOf(one.configVersion, one.regionCode, found).identificationLimit?.value ?? null;
  try {
    return identificationDueNow(one, limitOn, holidays);
  } catch (error) {
    if (error instanceof ApiError && error.code === 'PROVINCE_CONFIG_INVALID') return one.known;
    throw error;
  }
}
