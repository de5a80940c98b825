import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import { regionScope } from '../../platform/database/scope.js';
import { countHouseholds, prepareScreening } from './candidates.repository.js';
import { type CountyCount, screenCounties } from './screen-counties.js';
import { partsOf, restartPart } from './screening.repository.js';
import type { ScreeningParts, ScreeningRequest, ScreeningRun } from './screening-run.js';

/** 县的筛查结果 · What came of a county. */
export interface CountyScreened {
  readonly county: string;
  readonly households: number;
  /** Households that were singled out for a reason that had not singled them out before. */
  readonly leadsOpened: number;
}

/** 规则筛查结果 · What came of a screening by rules. */
export interface RegisterScreened {
  readonly on: CalendarDate;
  readonly households: number;
  readonly leadsOpened: number;
  /** Whether an earlier run of the same day was cut off and is finished now. */
  readonly resumed: boolean;
  /** False where it was told to stop before the last county. */
  readonly finished: boolean;
  readonly byCounty: readonly CountyScreened[];
}

/** Households of one statement. */
const HOUSEHOLDS_AT_ONCE = 50_000;

/**
 * 规则筛查 · Runs the assessment of a day over the register of a region and opens a lead for each household within the range or with a
 * critical finding that has neither an open lead nor an open case, once for the same reason.
 *
 * Set-based: one statement finds whom the line and the checks single out, some fifty thousand households at a time; these are
 * assessed by `assessHousehold`, whose findings are the reasons. Where a function of the province has a say, every household of
 * the county goes by it. Each county is a part of its own: cut off and run again, it goes on with the counties that are left;
 * finished and run again, it looks anew and opens nothing twice.
 *
 * @throws Error where a province's module was refused
 * @article 3.1
 */
export async function screenRegister(parts: ScreeningParts, request: ScreeningRequest): Promise<RegisterScreened> {
  const { region, on, now, today, requestId } = request;
  const prefix = subtreePrefix(region);
  const scope = regionScope([region]);
  const caller: Caller = { principal: null, requestId, now, today };
  const running = { parts, request, caller, subject: `RULES ${on} ${prefix}`, scope, prefix };
  const counts = await parts.database.read(scope, async (tx) => {
    await prepareScreening(tx);
    return countHouseholds(tx, scope, parts.tree.countiesUnder(region), prefix);
  });
  const { left, resumed } = await whatIsLeft(
    running,
    counts.map(({ county }) => county),
  );
  const total = counts.reduce((sum, { households }) => sum + households, 0);
  let done = total - counts.filter(({ county }) => left.has(county)).reduce((sum, one) => sum + one.households, 0);
  request.onProgress?.(done, total);
  for (const batch of batches(counts.filter(({ county }) => left.has(county)))) {
    if (request.stopping?.aborted === true) break;
    await screenCounties(running, batch, (households) => {
      done += households;
      request.onProgress?.(done, total);
    });
  }
  return report(running, counts, resumed);
}

async function whatIsLeft(
  { parts: { database }, request: { now, onlyUnfinished = false }, scope, subject }: ScreeningRun,
  counties: readonly string[],
): Promise<{ readonly left: ReadonlySet<string>; readonly resumed: boolean }> {
  const earlier = await database.read(scope, (tx) => partsOf(tx, counties, subject));
  const finished = new Set(earlier.filter((part) => part.finished).map(({ county }) => county));
  const open = counties.filter((county) => !finished.has(county));
  const all = open.length === 0;
  if (earlier.length > 0 && (!all || onlyUnfinished)) return { left: new Set(open), resumed: !all };
  for (const county of counties)
    await database.write(regionScope([county as RegionCode]), (tx) =>
      restartPart(tx, county, { id: uuidv7(), subject, at: now.toISOString() }),
    );
  return { left: new Set(counties), resumed: false };
}

function batches(counts: readonly CountyCount[]): CountyCount[][] {
  const all: CountyCount[][] = [];
  let size = HOUSEHOLDS_AT_ONCE;
  for (const count of counts) {
    if (size + count.households > HOUSEHOLDS_AT_ONCE) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(count);
    size += count.households;
  }
  return all;
}

async function report(
  { parts, request: { on }, scope, subject }: ScreeningRun,
  counts: readonly CountyCount[],
  resumed: boolean,
): Promise<RegisterScreened> {
  const counties = counts.map(({ county }) => county);
  const rows = await parts.database.read(scope, (tx) => partsOf(tx, counties, subject));
  const byCounty = rows.map(({ county, households, leadsOpened }) => ({ county, households, leadsOpened }));
  return {
    on,
    households: byCounty.reduce((sum, { households }) => sum + households, 0),
    leadsOpened: byCounty.reduce((sum, { leadsOpened }) => sum + leadsOpened, 0),
    resumed,
    finished: rows.every((row) => row.finished),
    byCounty,
  };
}
