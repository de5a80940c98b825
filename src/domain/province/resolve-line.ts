import { addDays, type CalendarDate } from '../kernel/calendar-date.js';
import { inForce, isOutdated } from '../kernel/dated.js';
import type { MonitoringLineInForce } from './monitoring-line.js';
import type { ProvinceConfig } from './province-config.js';
import { ruleInForce } from './rule-entry.js';

/**
 * 当日监测线 · The line in force in a place on a day; null before the first entry, of the line or of the floor.
 *
 * @param county  6-digit code, or null for the whole province
 * @article 2.2
 */
export function resolveLine(
  config: ProvinceConfig,
  on: CalendarDate,
  county: string | null = null,
): MonitoringLineInForce | null {
  const entry = ruleInForce(config.monitoringLines, on, county);
  const floor = inForce(config.nationalFloor, on);
  if (entry === null || floor === null) return null;
  return {
    ...entry.value,
    from: entry.from,
    to: lastDayBeforeNext(config, entry.from, county),
    outdated: isOutdated(entry, on),
    nationalFloor: floor.value,
    nationalFloorSource: floor.source,
    source: entry.source,
    county: entry.county,
  };
}

/**
 * 历年监测线 · Every line that was ever in force in a place, oldest first, each as on its first day.
 *
 * @article 2.2
 */
export function listLines(config: ProvinceConfig, county: string | null = null): MonitoringLineInForce[] {
  const days = new Set(
    config.monitoringLines
      .filter((entry) => entry.county === null || entry.county === county)
      .map((entry) => entry.from),
  );
  return [...days].sort().flatMap((day) => resolveLine(config, day, county) ?? []);
}

function lastDayBeforeNext(config: ProvinceConfig, from: CalendarDate, county: string | null): CalendarDate | null {
  const later = config.monitoringLines
    .filter((entry) => entry.from > from && (entry.county === null || entry.county === county))
    .map((entry) => entry.from)
    .sort();
  return later[0] === undefined ? null : addDays(later[0], -1);
}
