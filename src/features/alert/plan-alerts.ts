import { checkAlertKind } from '../../domain/alert/judge-alert.js';
import { type AlertEntry, type AlertRow, readAlert } from '../../domain/alert/read-alert.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { countyOf, isWithin, type RegionCode } from '../../domain/kernel/region-code.js';
import { type RowRefusal, rowRefusals } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { AlertKind } from '../../domain/province/alert-kind.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Reach } from '../access/index.js';
import { notFound } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { type AlertPlace, type MatchedHousehold, referenceKey } from './alert-row.repository.js';

/** 已读预警行 · A row that was read, and the key of its reference. */
export interface ReadRow {
  readonly index: number;
  readonly entry: AlertEntry;
  readonly senderRegion: RegionCode;
  readonly key: string;
}

/** 待收预警 · A row to take in: of which county, of which household, of which kind. */
export interface PlannedAlert extends ReadRow {
  readonly county: string;
  /** The village of the household; unmatched, the region that was told, or the sender's county. */
  readonly regionCode: RegionCode;
  readonly household: MatchedHousehold | null;
  readonly kind: AlertKind;
}

/** 收件方 · Who sends, on which day, by what rules. */
export interface AlertSender {
  readonly reach: Reach;
  readonly department: Department;
  readonly today: CalendarDate;
  readonly tree: RegionTree;
  /** Kinds in force in a region on a day; empty where no rule lists any. */
  readonly kindsOn: (region: RegionCode, on: CalendarDate) => readonly AlertKind[];
  readonly payloadFaults: (kind: AlertKind, payload: Readonly<Record<string, unknown>>) => readonly string[];
}

/** 行内路径 · Reasons against a row, each with its path in the whole input. */
export function alertErrors(index: number, refusals: readonly Refusal[]): RowRefusal[] {
  return rowRefusals(index, refusals, (path) => ['alerts', String(index), ...path]);
}

/** 读取各行 · Reads every row by itself; the region that it names must be the sender's. */
export function readRows(
  rows: readonly AlertRow[],
  sender: AlertSender,
): { readonly read: ReadRow[]; readonly errors: RowRefusal[] } {
  const read: ReadRow[] = [];
  const errors: RowRefusal[] = [];
  for (const [index, row] of rows.entries()) {
    const found = readAlert(row, sender.department, sender.today);
    const refusals = 'refusals' in found ? found.refusals : faultsOfRegion(found.entry.region, sender);
    if ('refusals' in found || refusals.length > 0) {
      errors.push(...alertErrors(index, refusals));
      continue;
    }
    const senderRegion = regionOfSender(found.entry.region, sender.reach);
    const key = referenceKey(senderRegion, sender.department, found.entry.reference);
    read.push({ index, entry: found.entry, senderRegion, key });
  }
  return { read, errors };
}

/** The region of the grant by which it is sent: the one that holds the place, else the first. */
function regionOfSender(region: RegionCode | null, { grants }: Reach): RegionCode {
  const holding = region === null ? undefined : grants.find((grant) => isWithin(region, grant.region as RegionCode));
  return (holding ?? grants[0]!).region as RegionCode;
}

function faultsOfRegion(region: RegionCode | null, { reach, tree }: AlertSender): Refusal[] {
  if (region === null) return [];
  if (!tree.has(region) || !reach.covers(region)) return [notFound('region')];
  if (countyOf(region) !== null) return [];
  return [
    refuse('BAD_VALUE', `name the county, or a township or village of it; ${region} is above`, ['region'], '3.1'),
  ];
}

/** 收件计划 · What is taken in, county by county, what came before, and what is left out. */
export interface AlertPlan {
  readonly byCounty: ReadonlyMap<string, readonly PlannedAlert[]>;
  /** By the row's place: the alert that its reference came with before. */
  readonly earlier: ReadonlyMap<number, AlertPlace>;
  /** By the row's place: the place of the row with the same reference in this call. */
  readonly repeated: ReadonlyMap<number, number>;
  readonly errors: readonly RowRefusal[];
}

/** 匹配结果 · What the register says to the rows. */
export interface Matches {
  readonly earlier: ReadonlyMap<string, AlertPlace>;
  readonly householdOf: (entry: AlertEntry) => MatchedHousehold | null;
}

/**
 * 编制收件计划 · Decides row by row: a reference that came before is no second alert; the others go to the county of the household,
 * or wait under the region that was told.
 */
export function planAlerts(rows: readonly ReadRow[], matches: Matches, sender: AlertSender): AlertPlan {
  const byCounty = new Map<string, PlannedAlert[]>();
  const earlier = new Map<number, AlertPlace>();
  const repeated = new Map<number, number>();
  const errors: RowRefusal[] = [];
  const first = new Map<string, number>();
  for (const row of rows) {
    const known = matches.earlier.get(row.key);
    const before = first.get(row.key);
    if (known !== undefined) earlier.set(row.index, known);
    else if (before !== undefined) repeated.set(row.index, before);
    if (known !== undefined || before !== undefined) continue;
    const planned = planOne(row, matches.householdOf(row.entry), sender);
    if ('refusals' in planned) {
      errors.push(...alertErrors(row.index, planned.refusals));
      continue;
    }
    first.set(row.key, row.index);
    byCounty.set(planned.county, [...(byCounty.get(planned.county) ?? []), planned]);
  }
  return { byCounty, earlier, repeated, errors };
}

function planOne(
  row: ReadRow,
  household: MatchedHousehold | null,
  sender: AlertSender,
): PlannedAlert | { readonly refusals: readonly Refusal[] } {
  const regionCode = household?.regionCode ?? row.entry.region ?? ownCounty(sender.reach);
  const county = regionCode === null ? null : countyOf(regionCode);
  if (regionCode === null || county === null) {
    const message =
      'no household of your region was found by this number; say in which county, township or village it lives';
    return { refusals: [refuse('BAD_VALUE', message, ['region'], '3.1')] };
  }
  const kinds = sender.kindsOn(regionCode, row.entry.raisedOn);
  const known = checkAlertKind(row.entry, kinds, sender.department);
  if ('refusals' in known) return known;
  const faults = sender.payloadFaults(known.kind, row.entry.payload);
  if (faults.length > 0) return { refusals: faults.map((fault) => refuse('BAD_VALUE', fault, ['payload'], '3.1')) };
  return { ...row, county, regionCode, household, kind: known.kind };
}

/** The one county of a sender that has no more; null for one of a city, a province or several counties. */
function ownCounty(reach: Reach): RegionCode | null {
  const counties = reach.counties();
  return counties.length === 1 ? (counties[0] as RegionCode) : null;
}
