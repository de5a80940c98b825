import { uuidv7 } from 'uuidv7';
import { addDays, addMonths, type CalendarDate, date } from '../../domain/kernel/calendar-date.js';
import { countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { type Departure, detectDeparture, type MonthFigure } from '../../domain/regional-risk/detect-departure.js';
import { indicatorOf } from '../../domain/regional-risk/indicator.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { fallRules } from './fall-rules.js';
import {
  detectionsOf,
  type MonthCount,
  monthCounts,
  type Period,
  seriesOf,
  standing,
  writeFigures,
} from './register-figures.repository.js';
import { writeWarning } from './warning.service.js';

/** 监测所需 · What it stands on. */
export interface WatchParts {
  readonly database: Database;
  readonly cipher: FieldCipher;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly tree: RegionTree;
}

/** 监测时点 · As of which day is looked, and when. */
export interface WatchMoment {
  readonly on: CalendarDate;
  readonly today: CalendarDate;
  readonly now: Date;
}

/** 新预警 · A warning that was raised. */
export interface RaisedWarning {
  readonly region: RegionCode;
  readonly indicator: string;
  readonly subject: string;
  readonly severity: Departure['severity'];
}

/** 监测结果 · What one run looked at and raised. */
export interface WatchReport {
  readonly month: string;
  readonly counties: number;
  readonly figures: number;
  readonly raised: readonly RaisedWarning[];
}

/** Months of past beside the one that is judged. */
const PAST_MONTHS = 36;
const COUNTED = ['new-cases', 'leads', 'measures-unsuccessful', 'incomes-falling'] as const;

/**
 * 区域风险监测 · Reckons the indicators of the register by county and month, holds every series against its own past, and raises a
 * warning for each that departs: once a month, and none while an earlier one of the same series is not closed (R19).
 *
 * Figures of months that are over are reckoned again each time, so that what is entered late is counted.
 *
 * @article 2.3
 */
export class WatchService {
  constructor(private readonly parts: WatchParts) {}

  /**
   * 监测 · Looks at a region and all below it as of a day: the last month that is over is judged.
   *
   * @param stopping  aborted when it is to end after the county it is at
   * @throws RangeError where the day has not come: a month that is not over would be judged
   */
  async watch(
    region: RegionCode,
    { on, today, now }: WatchMoment,
    onProgress?: (done: number, of: number) => void,
    stopping?: AbortSignal,
  ): Promise<WatchReport> {
    if (on > today) throw new RangeError(`${on} has not come; today is ${today}`);
    const period = periodOf(on);
    const counties = this.parts.tree.countiesUnder(region);
    const raised: RaisedWarning[] = [];
    let figures = 0;
    for (const [done, county] of counties.entries()) {
      if (stopping?.aborted === true) break;
      const found = await this.inCounty(county, period, on, now);
      figures += found.figures;
      raised.push(...found.raised);
      onProgress?.(done + 1, counties.length);
    }
    // Figures of a region above the county are submitted; they are held against their own past.
    for (const above of this.aboveCounties(region)) {
      if (stopping?.aborted === true) break;
      raised.push(...(await this.judgeOnly(above, period, on, now)));
    }
    return { month: monthOf(period).slice(0, 7), counties: counties.length, figures, raised };
  }

  private async inCounty(county: RegionCode, period: Period, on: CalendarDate, now: Date) {
    const falls = fallRules(this.parts.provinces, county, period);
    return this.parts.database.write(regionScope([county]), async (tx) => {
      const [counts, stock] = await Promise.all([monthCounts(tx, county, period, falls), standing(tx, county)]);
      const rows = rowsOf(county, period, counts, stock, now);
      await writeFigures(tx, rows);
      return { figures: rows.length, raised: await this.judge(tx, county, period, on, now) };
    });
  }

  /** The region and all under it down to the cities, without those that are their own county. */
  private aboveCounties(region: RegionCode): RegionCode[] {
    if (countyOf(region) !== null) return [];
    return [region, ...this.parts.tree.childrenOf(region).flatMap(({ code }) => this.aboveCounties(code))];
  }

  private judgeOnly(code: RegionCode, period: Period, on: CalendarDate, now: Date): Promise<RaisedWarning[]> {
    return this.parts.database.write(regionScope([code]), (tx) => this.judge(tx, code, period, on, now));
  }

  private async judge(tx: Transaction, county: RegionCode, period: Period, on: CalendarDate, now: Date) {
    const [rows, known] = await Promise.all([seriesOf(tx, county, period), detectionsOf(tx, county)]);
    const raised: RaisedWarning[] = [];
    const caller: Caller = { principal: null, requestId: 'watch', now, today: on };
    for (const [key, figures] of seriesBy(rows)) {
      const { region, code, subject } = key;
      const indicator = indicatorOf(code);
      const recent = consecutive(figures, monthOf(period));
      const departure = indicator === null || recent === null ? null : detectDeparture(indicator, recent);
      if (departure === null) continue;
      const series = `${code}|${subject}|`;
      const detection = `${series}${monthOf(period).slice(0, 7)}`;
      const standing = known.filter((one) => one.region === region);
      if (standing.some((one) => one.detection === detection || (one.open && one.detection.startsWith(series))))
        continue;
      const evidence = subject === '' ? departure.evidence : { ...departure.evidence, subject };
      const place = { countyCode: county.slice(0, 6), id: uuidv7(), regionCode: region as RegionCode };
      const said = { indicator: code, severity: departure.severity, raisedOn: on, raisedBy: null, detection, evidence };
      await writeWarning(tx, this.parts.cipher, caller, { ...place, ...said, role: null, actor: 'watch' });
      raised.push({ region: region as RegionCode, indicator: code, subject, severity: departure.severity });
    }
    return raised;
  }
}

/** The last month that is over, and the months before it. */
function periodOf(on: CalendarDate): Period {
  const thisMonth = date(`${on.slice(0, 7)}-01`);
  return { from: addMonths(thisMonth, -PAST_MONTHS - 1), to: addDays(thisMonth, -1) };
}

function monthOf({ to }: Period): CalendarDate {
  return date(`${to.slice(0, 7)}-01`);
}

/** A month without any is a zero, from the first month on in which the county has anything at all. */
function rowsOf(
  county: RegionCode,
  period: Period,
  counts: readonly MonthCount[],
  { households, resettledLabourers, resettledEmployed }: Awaited<ReturnType<typeof standing>>,
  now: Date,
) {
  const row = (indicator: string, month: CalendarDate, value: number, exposure: number | null, subject = '') => ({
    countyCode: county,
    id: uuidv7(),
    regionCode: county,
    indicator,
    subject,
    month,
    value,
    exposure,
    origin: 'REGISTER',
    updatedAt: now.toISOString(),
  });
  const first = counts.map(({ month }) => month).sort()[0];
  const known = new Map(
    counts.map(({ indicator, subject, month, count }) => [`${indicator}|${subject}|${month}`, count]),
  );
  const rows = [];
  for (let month = first ?? period.to; month <= period.to; month = addMonths(month, 1))
    for (const indicator of COUNTED) {
      const count = known.get(`${indicator}||${month}`) ?? 0;
      if (indicator !== 'new-cases') rows.push(row(indicator, month, count, null));
      else if (households > 0) rows.push(row(indicator, month, (count * 1_000) / households, households));
    }
  rows.push(...alertRows(period, counts, row));
  // Who has work is known as of now only: the figure of the month that was over last.
  if (resettledLabourers > 0)
    rows.push(
      row('resettled-employment', monthOf(period), (100 * resettledEmployed) / resettledLabourers, resettledLabourers),
    );
  return first === undefined ? rows.filter(({ indicator }) => indicator === 'resettled-employment') : rows;
}

/** A kind of alert counts from the first month in which the county had one: before, nobody may have sent any. */
function alertRows<Row>(
  { to }: Period,
  counts: readonly MonthCount[],
  row: (indicator: string, month: CalendarDate, value: number, exposure: null, subject: string) => Row,
): Row[] {
  const code = 'department-alerts';
  const alerts = counts.filter(({ indicator }) => indicator === code);
  return [...new Set(alerts.map(({ subject }) => subject))].flatMap((kind) => {
    const known = new Map(alerts.filter(({ subject }) => subject === kind).map(({ month, count }) => [month, count]));
    const rows: Row[] = [];
    for (let month = [...known.keys()].sort()[0]!; month <= to; month = addMonths(month, 1))
      rows.push(row(code, month, known.get(month) ?? 0, null, kind));
    return rows;
  });
}

type Figures = Awaited<ReturnType<typeof seriesOf>>;

function seriesBy(rows: Figures) {
  const series = new Map<string, { key: { region: string; code: string; subject: string }; figures: MonthFigure[] }>();
  for (const { region, indicator, subject, month, value, exposure } of rows) {
    const name = [region, indicator, subject].join('|');
    const found = series.get(name) ?? { key: { region, code: indicator, subject }, figures: [] };
    series.set(name, found);
    found.figures.push({ month, value, exposure });
  }
  return [...series.values()].map(({ key, figures }) => [key, figures] as const);
}

/** The months in a row that end with the one that is judged; null where that one is not known. */
function consecutive(figures: readonly MonthFigure[], last: CalendarDate): MonthFigure[] | null {
  const recent: MonthFigure[] = [];
  let month = last;
  for (const figure of [...figures].reverse()) {
    if (figure.month !== month) break;
    recent.unshift(figure);
    month = addMonths(month, -1);
  }
  return recent.length === 0 ? null : recent;
}
