import { uuidv7 } from 'uuidv7';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { regionScope } from '../../platform/database/scope.js';
import { findCandidates, pageOfHouseholds, prepareScreening } from './candidates.repository.js';
import { screenHouseholds } from './screen-households.js';
import { beginPart, movePart } from './screening.repository.js';
import { rulesOf } from './screening-lines.js';
import type { ScreeningRun } from './screening-run.js';

/** Households of one transaction that opens leads. */
const LEADS_AT_ONCE = 500;
/** Transactions side by side. */
const SIDE_BY_SIDE = 2;

/** 县的农户数 · A county and how many households it has to be looked at. @article none — technical */
export interface CountyCount {
  readonly county: string;
  readonly households: number;
}

/**
 * 筛查各县 · Finds in one statement whom the data of some counties single out, and then opens the leads of each county, two counties side
 * by side.
 *
 * @param onDone  told of each county that is through, with its households
 * @article 3.1
 */
export async function screenCounties(
  running: ScreeningRun,
  batch: readonly CountyCount[],
  onDone: (households: number) => void,
): Promise<void> {
  const { parts, request, scope, prefix } = running;
  const counties = batch.map(({ county, households }) => ({
    county,
    households,
    rules: rulesOf(parts.provinces, county, request.on),
  }));
  const byData = counties.filter(({ rules }) => !rules.some(({ hasFunction }) => hasFunction));
  const lines = byData.flatMap(({ rules }) => rules.map(({ line }) => line));
  const found = await parts.database.read(scope, async (tx) => {
    if (lines.length === 0) return [];
    await prepareScreening(tx);
    return findCandidates(tx, scope, lines, prefix, request.on);
  });
  const queue = [...counties];
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      const { county, households } = one;
      const ids = byData.includes(one)
        ? found.filter((candidate) => candidate.county === county).map(({ id }) => id)
        : null;
      await screenCounty(running, county, households, ids);
      onDone(households);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

/** @param candidates  of the county; null where every household is asked of a function */
async function screenCounty(
  running: ScreeningRun,
  county: string,
  households: number,
  candidates: readonly string[] | null,
): Promise<void> {
  const { parts, subject, caller } = running;
  const scope = regionScope([county as RegionCode]);
  const at = caller.now.toISOString();
  for await (const ids of candidates === null ? pagesOf(running, county) : chunksOf(candidates))
    await parts.database.write(scope, async (tx) => {
      const opened = await screenHouseholds(running, tx, county, ids);
      const part = await beginPart(tx, county, { id: uuidv7(), subject, hazardId: null, at });
      await movePart(tx, county, part.id, { ...opened, lastHouseholdId: null, households: 0, finishedAt: null });
    });
  await parts.database.write(scope, async (tx) => {
    const part = await beginPart(tx, county, { id: uuidv7(), subject, hazardId: null, at });
    const nothing = { lastHouseholdId: null, singledOut: 0, leadsOpened: 0 };
    await movePart(tx, county, part.id, { ...nothing, households: households - part.households, finishedAt: at });
  });
}

function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += LEADS_AT_ONCE) yield ids.slice(at, at + LEADS_AT_ONCE);
}

async function* pagesOf({ parts, scope, prefix }: ScreeningRun, county: string): AsyncGenerator<readonly string[]> {
  for (let last: string | null = null; ; ) {
    const after: string | null = last;
    const rows: readonly { readonly id: string }[] = await parts.database.read(scope, (tx) =>
      pageOfHouseholds(tx, scope, county, [prefix], after, LEADS_AT_ONCE),
    );
    if (rows.length > 0) yield rows.map(({ id }) => id);
    if (rows.length < LEADS_AT_ONCE) return;
    last = rows.at(-1)?.id ?? null;
  }
}
