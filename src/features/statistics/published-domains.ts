import { ALERT_STATUSES } from '../../domain/alert/department-alert.js';
import { CASE_CATEGORIES, CASE_STATUSES, DISCOVERY_CHANNELS } from '../../domain/case/monitoring-case.js';
import { SPECIAL_GROUPS } from '../../domain/household/household.js';
import { daysBetween, type CalendarDate, date } from '../../domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../domain/kernel/region-code.js';
import { ALERT_GRADES } from '../../domain/province/alert-kind.js';
import { RISK_GROUPS } from '../../domain/risk/risk-type.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import type { PlannedDimension } from '../../domain/statistics/stat-plan.js';
import {
  DEPARTMENTS,
  FUNDING_SOURCES,
  INSTRUMENT_FAMILIES,
  INSTRUMENT_NATURES,
} from '../../domain/support/policy-instrument.js';
import { MEASURE_STATUSES, MEASURE_TIMINGS } from '../../domain/support/support-measure.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';

/** 取值范围所需 · By what it is known which values a dimension may have, whatever the register holds. */
export interface DomainParts {
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly subject: StatSubject;
  readonly counties: readonly string[];
  readonly day: CalendarDate;
}

const STATUSES: Readonly<Record<StatSubject, readonly string[]>> = {
  HOUSEHOLDS: [],
  CASES: CASE_STATUSES,
  MEASURES: MEASURE_STATUSES,
  ALERTS: ALERT_STATUSES,
};
/** The policy's first month; what is earlier came from the national system. */
const FIRST_DAY = date('2021-05-01');
const MOST = 2 ** 31 - 1;
const SIZES = 12;
const YES_NO = 2;
const NONE = 1;

/**
 * 单元总数 · How many cells a grouping could have by what the lists of values say, nothing of which depends on who is in the
 * register: what is not shown of them may be absent or withheld.
 *
 * @article 5.3
 */
export function possibleCells(dimensions: readonly PlannedDimension[], parts: DomainParts): number {
  return Math.min(
    MOST,
    dimensions.reduce((all, one) => all * sizeOf(one, parts), 1),
  );
}

function sizeOf({ definition: { name }, level, bucket }: PlannedDimension, parts: DomainParts): number {
  if (name === 'region') return regions(level ?? 'COUNTY', parts);
  if (bucket !== null) {
    const months = Math.max(1, Math.ceil(daysBetween(FIRST_DAY, parts.day) / 30.4));
    return NONE + Math.ceil(months / { DAY: 1, MONTH: 1, QUARTER: 3, YEAR: 12 }[bucket]);
  }
  const listed: Readonly<Record<string, number>> = {
    formerStatus: YES_NO,
    resettled: YES_NO,
    monitored: YES_NO,
    trackingOnly: YES_NO,
    size: SIZES,
    specialGroup: NONE + SPECIAL_GROUPS.length,
    category: NONE + CASE_CATEGORIES.length,
    status: STATUSES[parts.subject].length,
    channel: DISCOVERY_CHANNELS.length,
    riskGroup: NONE + RISK_GROUPS.length,
    family: INSTRUMENT_FAMILIES.length,
    nature: INSTRUMENT_NATURES.length,
    timing: MEASURE_TIMINGS.length,
    fundingSource: FUNDING_SOURCES.length,
    department: DEPARTMENTS.length,
    grade: ALERT_GRADES.length,
  };
  return listed[name] ?? codes(name, parts.provinces);
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
