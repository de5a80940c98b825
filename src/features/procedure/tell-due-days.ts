import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { isDeadlineSet, setDueDays } from '../../domain/procedure/set-due-days.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import { lockedParts } from '../case/index.js';
import { ifConfigured, type ProvinceService } from '../province/index.js';
import { type DueDay, fillDueDays, type UndatedRun, undatedRuns } from './due-days.repository.js';
import { pagesByCounty, tellByCounty } from './last-days-by-county.js';

/** 补定期限所需 · What last days are told by. */
export interface DueDayNeeds {
  readonly database: Database;
  readonly provinces: Pick<ProvinceService, 'definitionOf'>;
  readonly holidays: HolidayCalendar;
}

/** A run that is older had its last day told, or has none: holidays are announced before their year begins. */
const LOOKED_BACK_DAYS = 400;

/**
 * 补定期限 · Tells the last days that could not be told when they were set, because the holidays of their year were not announced:
 * done when the product starts with a calendar that may reach further. What was done before keeps what it had.
 *
 * No event is written: the day follows from what the events tell and the calendar, as it does at every act.
 *
 * @param counties  all of the register
 * @param stopping  ends it at the next counties
 * @returns how many last days were told
 * @throws AggregateError with what kept some counties from it, after the others are through
 * @article G
 */
export async function tellDueDays(
  needs: DueDayNeeds,
  counties: readonly RegionCode[],
  today: CalendarDate,
  stopping?: AbortSignal,
): Promise<number> {
  const since = addDays(today, -LOOKED_BACK_DAYS);
  const pages = pagesByCounty<UndatedRun>(
    counties,
    (some, after, limit) => needs.database.read(regionScope(some), (tx) => undatedRuns(tx, some, since, after, limit)),
    stopping,
  );
  return tellByCounty(pages, (county, runs) => {
    const tellable = runs.filter((run) => {
      const definition = ifConfigured(() => needs.provinces.definitionOf(run, run.regionCode));
      return definition !== null && isDeadlineSet(run, definition);
    });
    return tellable.length === 0 ? Promise.resolve(0) : tellInCounty(needs, county, tellable);
  });
}

/** What else a run needs for its days is read once its case is locked. */
async function tellInCounty(needs: DueDayNeeds, county: RegionCode, undated: readonly UndatedRun[]): Promise<number> {
  return needs.database.write(regionScope([county]), async (tx) => {
    const cases = [...new Set(undated.map(({ caseId }) => caseId))];
    const parts = await lockedParts(tx, county, cases);
    const runs: DueDay[] = [];
    const steps: DueDay[] = [];
    for (const { caseId, runId, regionCode } of undated) {
      const run = parts.get(caseId)?.runs.find(({ id, endedOn }) => id === runId && endedOn === null);
      if (run === undefined) continue;
      const definition = ifConfigured(() => needs.provinces.definitionOf(run, regionCode));
      if (definition === null) continue;
      const dated = setDueDays(run, definition, needs.holidays);
      if (run.dueOn === null && dated.dueOn !== null) runs.push({ id: runId, dueOn: dated.dueOn });
      for (const [place, { id, dueOn }] of dated.steps.entries())
        if (dueOn !== null && run.steps[place]?.dueOn === null) steps.push({ id, dueOn });
    }
    if (runs.length + steps.length > 0) await fillDueDays(tx, county, { runs, steps, cases });
    return runs.length + steps.length;
  });
}
