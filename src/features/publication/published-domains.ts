import { ALERT_STATUSES } from '../../domain/alert/department-alert.js';
import { CASE_CATEGORIES, CASE_STATUSES, DISCOVERY_CHANNELS } from '../../domain/case/monitoring-case.js';
import { SPECIAL_GROUPS } from '../../domain/household/household.js';
import { daysBetween, type CalendarDate, date } from '../../domain/kernel/calendar-date.js';
import { REGION_LEVELS, type RegionCode, type RegionLevel } from '../../domain/kernel/region-code.js';
import { ALERT_GRADES } from '../../domain/province/alert-kind.js';
import { RISK_GROUPS } from '../../domain/risk/risk-type.js';
import type { PossibleCells } from '../../domain/statistics/disclosure/cells-at-most.js';
import type { PublishedAttribute } from '../../domain/statistics/disclosure/published-attribute.js';
import { TIME_BUCKETS } from '../../domain/statistics/definition.js';
import {
  DEPARTMENTS,
  FUNDING_SOURCES,
  INSTRUMENT_FAMILIES,
  INSTRUMENT_NATURES,
} from '../../domain/support/policy-instrument.js';
import { MEASURE_STATUSES, MEASURE_TIMINGS } from '../../domain/support/support-measure.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import type { PublishedSubject } from './published-cells.repository.js';

/** 取值范围所需 · By what it is known which values a dimension may have, whatever the register holds. */
export interface DomainParts {
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly subject: PublishedSubject;
  readonly counties: readonly string[];
  readonly day: CalendarDate;
}

const STATUSES: Readonly<Record<PublishedSubject, readonly string[]>> = {
  HOUSEHOLDS: [],
  CASES: CASE_STATUSES,
  MEASURES: MEASURE_STATUSES,
  ALERTS: ALERT_STATUSES,
  FLOWS: [],
};
/** The policy's first month; what is earlier came from the national system. */
const FIRST_DAY = date('2021-05-01');
const MOST = 2 ** 31 - 1;
const SIZES = 12;
const YES_NO = 2;
const NONE = 1;

/**
 * 单元总数 · How many cells attributes could make by what the lists of values say, nothing of which depends on who is in the
 * register: what is not shown of them may be absent or withheld. A place or a time that a finer one tells adds none.
 *
 * @article 5.3
 */
export function possibleCells(attributes: readonly PublishedAttribute[], parts: DomainParts): number {
  const told = attributes.filter((one) => !attributes.some((other) => isFiner(other, one)));
  return Math.min(
    MOST,
    told.reduce((all, one) => all * sizeOf(one, parts), 1),
  );
}

/** 可能的单元 · How many cells attributes could make, of how many places, and of one unit. @article 5.3 */
export function possibilities(attributes: readonly PublishedAttribute[], parts: DomainParts): PossibleCells {
  const several = attributes.filter(({ kind }) => kind === 'each');
  const place = finestPlace(attributes);
  return {
    all: possibleCells(attributes, parts),
    places: place === undefined ? 1 : sizeOf(place, parts),
    ofUnit: possibleCells(several, parts),
  };
}

/** 最细地区 · By which places attributes tell cells apart; undefined where by none. @article none — technical */
export function finestPlace(attributes: readonly PublishedAttribute[]): PublishedAttribute | undefined {
  return attributes.find((one) => one.kind === 'region' && !attributes.some((other) => isFiner(other, one)));
}

function isFiner(one: PublishedAttribute, other: PublishedAttribute): boolean {
  if (one.kind === 'region' && other.kind === 'region')
    return REGION_LEVELS.indexOf(one.level) > REGION_LEVELS.indexOf(other.level);
  if (one.kind !== 'bucket' || other.kind !== 'bucket' || one.name !== other.name) return false;
  return TIME_BUCKETS.indexOf(one.bucket) < TIME_BUCKETS.indexOf(other.bucket);
}

function sizeOf(attribute: PublishedAttribute, parts: DomainParts): number {
  switch (attribute.kind) {
    case 'region':
      return regions(attribute.level, parts);
    case 'bucket': {
      const months = Math.max(1, Math.ceil(daysBetween(FIRST_DAY, parts.day) / 30.4));
      return NONE + Math.ceil(months / { DAY: 1, MONTH: 1, QUARTER: 3, YEAR: 12 }[attribute.bucket]);
    }
    case 'has':
      return YES_NO;
    default:
      return listed(attribute.name, parts);
  }
}

/** Values of an attribute that has a list of them. */
function listed(name: string, { subject, provinces }: DomainParts): number {
  const lists: Readonly<Record<string, number>> = {
    formerStatus: YES_NO,
    resettled: YES_NO,
    monitored: YES_NO,
    withinRange: NONE + YES_NO,
    guaranteesSecure: NONE + YES_NO,
    trackingOnly: YES_NO,
    overdue: YES_NO,
    withoutSupport: YES_NO,
    size: SIZES,
    specialGroup: NONE + SPECIAL_GROUPS.length,
    category: NONE + CASE_CATEGORIES.length,
    status: STATUSES[subject].length,
    fromStatus: NONE + CASE_STATUSES.length,
    toStatus: CASE_STATUSES.length,
    channel: DISCOVERY_CHANNELS.length,
    riskGroup: NONE + RISK_GROUPS.length,
    family: INSTRUMENT_FAMILIES.length,
    nature: INSTRUMENT_NATURES.length,
    timing: MEASURE_TIMINGS.length,
    fundingSource: FUNDING_SOURCES.length,
    department: DEPARTMENTS.length,
    grade: ALERT_GRADES.length,
  };
  return lists[name] ?? codes(name, provinces);
}

function codes(name: string, provinces: ProvinceService): number {
  const all = provinces.all().flatMap(({ config }): readonly { readonly code: string }[] => {
    if (name === 'riskType') return config.riskTypes;
    if (name === 'instrument') return config.instruments;
    if (name === 'kind') return (config.alertKinds ?? []).flatMap(({ value }) => value);
    return config.bands.flatMap(({ value }) => value);
  });
  return NONE + new Set(all.map(({ code }) => code)).size;
}

function regions(level: RegionLevel, { tree, counties }: DomainParts): number {
  const firsts = (digits: number): number => new Set(counties.map((county) => county.slice(0, digits))).size;
  switch (level) {
    case 'NATION':
      return 1;
    case 'PROVINCE':
      return firsts(2);
    case 'CITY':
      return firsts(4);
    case 'COUNTY':
      return counties.length;
    default:
      return NONE + counties.reduce((all, county) => all + tree.childrenOf(county as RegionCode).length, 0);
  }
}
