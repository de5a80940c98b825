import { uuidv7 } from 'uuidv7';
import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { CORPS, configurationKeyOf, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { assessHousehold } from '../../domain/risk/assess-household.js';
import { screeningReasons } from '../../domain/screening/screening-reasons.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { type DatabaseScope, regionScope } from '../../platform/database/scope.js';
import type { HouseholdService } from '../household/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';
import { countHouseholds, findCandidates, pageOfHouseholds, prepareScreening } from './candidates.repository.js';
import { type FoundHousehold, type LeadsOpened, openLeads } from './open-leads.js';
import { beginPart, movePart, partsOf, restartPart } from './screening.repository.js';
import { type CountyLine, lineOf } from './screening-lines.js';

/** 规则筛查所需 · What it stands on. */
export interface ScreeningParts extends NewLeadParts {
  /** With time enough for a statement over some fifty thousand households. */
  readonly database: Database;
  readonly tree: RegionTree;
  readonly households: Pick<HouseholdService, 'factsOf'>;
  readonly judgements: Pick<Judges, 'range'>;
}

/** 规则筛查请求 · Where, as of which day, and until when it may go on. */
export interface ScreeningRequest {
  readonly region: RegionCode;
  readonly on: CalendarDate;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly requestId: string;
  /** Told after each step: households that were looked at, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Leaves out what was screened on the day already. */
  readonly onlyUnfinished?: boolean;
  /** Ends it at the next county; run again, it goes on from there. */
  readonly stopping?: AbortSignal;
}

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
/** Households of one transaction that opens leads. */
const LEADS_AT_ONCE = 500;
/** Transactions side by side. */
const SIDE_BY_SIDE = 2;

/** The part of a county that is under way. */
interface Running {
  readonly parts: ScreeningParts;
  readonly request: ScreeningRequest;
  readonly caller: Caller;
  readonly subject: string;
  readonly scope: DatabaseScope;
  readonly prefix: string;
}

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
    await screenBatch(running, batch, (households) => {
      done += households;
      request.onProgress?.(done, total);
    });
  }
  return report(running, counts, resumed);
}

async function whatIsLeft(
  { parts: { database }, request: { now, onlyUnfinished = false }, scope, subject }: Running,
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

interface CountyCount {
  readonly county: string;
  readonly households: number;
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

async function screenBatch(
  running: Running,
  batch: readonly CountyCount[],
  onDone: (households: number) => void,
): Promise<void> {
  const { parts, request, scope, prefix } = running;
  const counties = batch.map(({ county, households }) => ({
    county,
    households,
    rules: rulesOf(parts, county, request.on),
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

interface RulesOfPart {
  readonly line: CountyLine;
  readonly hasFunction: boolean;
}

/** A county of Xinjiang may hold regiments of the Corps, which have their own rules. */
function rulesOf(parts: ScreeningParts, county: string, on: CalendarDate): RulesOfPart[] {
  const part = (region: string, corps: boolean): RulesOfPart => {
    const rules = parts.provinces.rulesOn(region as RegionCode, on);
    return { line: lineOf(county, corps, rules, on), hasFunction: judgementsFor(rules, 'RANGE').length > 0 };
  };
  const own = part(county, false);
  if (!county.startsWith('65')) return [own];
  const regiment = `${county}500`;
  return [
    own,
    configurationKeyOf(regiment as RegionCode) === CORPS
      ? part(regiment, true)
      : { ...own, line: { ...own.line, corps: true } },
  ];
}

/** @param candidates  of the county; null where every household is asked of a function */
async function screenCounty(
  running: Running,
  county: string,
  households: number,
  candidates: readonly string[] | null,
): Promise<void> {
  const { parts, subject, caller } = running;
  const scope = regionScope([county as RegionCode]);
  const at = caller.now.toISOString();
  for await (const ids of candidates === null ? pagesOf(running, county) : chunksOf(candidates))
    await parts.database.write(scope, async (tx) => {
      const opened = await openFor(running, tx, county, ids);
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

async function* pagesOf({ parts, scope, prefix }: Running, county: string): AsyncGenerator<readonly string[]> {
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

async function openFor(
  { parts, request: { on }, caller }: Running,
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<LeadsOpened> {
  const facts = [...(await parts.households.factsOf(tx, county, ids)).values()];
  const found: FoundHousehold[] = [];
  const byRules = new Map<ProvinceRules, typeof facts>();
  for (const one of facts) {
    const rules = parts.provinces.rulesOn(one.regionCode as RegionCode, on);
    byRules.set(rules, [...(byRules.get(rules) ?? []), one]);
  }
  for (const [rules, own] of byRules) {
    const asked = judgementsFor(rules, 'RANGE').length > 0;
    const judged = asked ? await parts.judgements.range(rules, own, on) : [];
    for (const [index, one] of own.entries()) {
      const said = judged[index] ?? [];
      const reasons = screeningReasons(assessHousehold(one, rules, on, said), said);
      if (reasons.length > 0) found.push({ id: one.id, reasons });
    }
  }
  return openLeads(tx, parts, {
    caller,
    county,
    kind: 'RULES',
    hazardId: null,
    channel: 'DEPARTMENT_SCREENING',
    on,
    joins: false,
    actor: 'system',
    role: null,
    found,
  });
}

async function report(
  { parts, request: { on }, scope, subject }: Running,
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
