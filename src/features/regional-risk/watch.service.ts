import { uuidv7 } from 'uuidv7';
import { addDays, addMonths, type CalendarDate, date } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { type Departure, detectDeparture, type MonthFigure } from '../../domain/regional-risk/detect-departure.js';
import { indicatorOf } from '../../domain/regional-risk/indicator.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
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

  /** 监测 · Looks at a region as of a day: the last month that is over is judged. */
  async watch(
    region: RegionCode,
    on: CalendarDate,
    now: Date,
    onProgress?: (done: number, of: number) => void,
  ): Promise<WatchReport> {
    const period = periodOf(on);
    const counties = this.parts.tree.countiesUnder(region);
    const raised: RaisedWarning[] = [];
    let figures = 0;
    for (const [done, county] of counties.entries()) {
      const found = await this.inCounty(county, period, on, now);
      figures += found.figures;
      raised.push(...found.raised);
      onProgress?.(done + 1, counties.length);
    }
    // Figures of a region above the county are submitted; they are held against their own past.
    if (!counties.includes(region) && region.length === 6)
      raised.push(...(await this.judgeOnly(region, period, on, now)));
    return { month: monthOf(period).slice(0, 7), counties: counties.length, figures, raised };
  }

  private async inCounty(county: RegionCode, period: Period, on: CalendarDate, now: Date) {
    const fall = this.parts.provinces.rulesOn(county, on).thresholds.incomeFallPercent?.value ?? null;
    return this.parts.database.write(regionScope([county]), async (tx) => {
      const [counts, stock] = await Promise.all([monthCounts(tx, county, period, fall), standing(tx, county)]);
      const rows = rowsOf(county, period, counts, stock, now);
      await writeFigures(tx, rows);
      return { figures: rows.length, raised: await this.judge(tx, county, period, on, now) };
    });
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
  const row = (indicator: string, month: CalendarDate, value: number, exposure: number | null) => ({
    countyCode: county,
    id: uuidv7(),
    regionCode: county,
    indicator,
    subject: '',
    month,
    value,
    exposure,
    origin: 'REGISTER',
    updatedAt: now.toISOString(),
  });
  const first = counts.map(({ month }) => month).sort()[0];
  const known = new Map(counts.map(({ indicator, month, count }) => [`${indicator}|${month}`, count]));
  const rows = [];
  for (let month = first ?? period.to; month <= period.to; month = addMonths(month, 1))
    for (const indicator of COUNTED) {
      const count = known.get(`${indicator}|${month}`) ?? 0;
      if (indicator !== 'new-cases') rows.push(row(indicator, month, count, null));
      else if (households > 0) rows.push(row(indicator, month, (count * 1_000) / households, households));
    }
  // Who has work is known as of now only: the figure of the month that was over last.
  if (resettledLabourers > 0)
    rows.push(
      row('resettled-employment', monthOf(period), (100 * resettledEmployed) / resettledLabourers, resettledLabourers),
    );
  return first === undefined ? rows.filter(({ indicator }) => indicator === 'resettled-employment') : rows;
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
