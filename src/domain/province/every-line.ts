import type { CalendarDate } from '../kernel/calendar-date.js';
import type { MonitoringLineInForce } from './monitoring-line.js';
import type { ProvinceConfig } from './province-config.js';
import { listLines, resolveLine } from './resolve-line.js';

/**
 * 历次监测线 · Every line of a province, county lines included, oldest first, the province's before its counties' of the
 * same day.
 *
 * Each is as on its first day, but `outdated` tells of the last day that it served so far: a line of 2023 whose source
 * vouches for that year is outdated in 2026 while no newer one is known, and is not where one of 2024 took over.
 *
 * @article 2.2
 */
export function everyLine(config: ProvinceConfig, today: CalendarDate): MonitoringLineInForce[] {
  const counties = config.monitoringLines.flatMap(({ county }) => (county === null ? [] : [county]));
  const places = [null, ...[...new Set(counties)].sort()];
  return places
    .flatMap((place) => listLines(config, place).filter((line) => line.county === place))
    .map((line) => ({
      ...line,
      outdated: resolveLine(config, lastServed(line, today), line.county)?.outdated ?? false,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

/** Today while the line is in force, its last day after that, its first day before. */
function lastServed({ from, to }: MonitoringLineInForce, today: CalendarDate): CalendarDate {
  if (today < from) return from;
  return to !== null && to < today ? to : today;
}
