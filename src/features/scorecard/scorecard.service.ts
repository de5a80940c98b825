import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { yearOf } from '../../domain/kernel/calendar-date.js';
import {
  levelOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  subtreePrefix,
} from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { stepDefinition } from '../../domain/procedure/step-graph.js';
import { limitDueDate } from '../../domain/province/time-limit.js';
import { hideFromAnalysts, type ScoreFigures, type Share, share } from '../../domain/scorecard/score-figures.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService } from '../access/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import {
  campaignPrefixes,
  type ScoreScope,
  scoreAlerts,
  scoreFindings,
  scoreHouseholds,
  scoreMonitored,
  scoreNotices,
  scoreRelapses,
  scoreRuns,
  scoreSupport,
} from './scorecard.repository.js';

/** 评分所需 · What it stands on. */
export interface ScorecardParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly provinces: Pick<ProvinceService, 'rulesOn' | 'definitionOf'>;
  readonly holidays: HolidayCalendar;
  readonly tree: RegionTree;
}

/** 评分的提问 · Of which regions, in which days. */
export interface ScoreQuestion {
  readonly region: RegionCode;
  readonly level: RegionLevel;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** 一地评分 · The figures of one region, shares as plain numbers. */
export interface RegionScore {
  readonly regionCode: RegionCode;
}

const DIGITS: Readonly<Record<RegionLevel, number>> = {
  NATION: 0,
  PROVINCE: 2,
  CITY: 4,
  COUNTY: 6,
  TOWNSHIP: 9,
  VILLAGE: 12,
};
/** Rows of one answer; a smaller region gives the rest. */
const MOST_REGIONS = 5_000;

type Counted = Awaited<ReturnType<ScorecardService['count']>>;

/**
 * 考核评分 · Figures by region for the yearly assessment, reckoned out of the register (R07, R25, R26).
 *
 * @article 5.3
 */
export class ScorecardService {
  constructor(private readonly parts: ScorecardParts) {}

  /**
   * 评分 · The figures of every region of a level within a region that the caller reaches, in the order of their codes.
   *
   * @throws ApiError BAD_USER_INPUT where the level is above the region, or the days are turned round
   */
  async scorecards(caller: Caller, question: ScoreQuestion): Promise<RegionScore[]> {
    const { region, level, from, to } = question;
    if (REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf(levelOf(region)))
      throw new ApiError('BAD_USER_INPUT', `${region} is a ${levelOf(region)}; ask for its level or one below it`, {
        path: ['level'],
      });
    if (from > to) throw new ApiError('BAD_USER_INPUT', `${from} is after ${to}`, { path: ['from'] });
    const reach = await this.parts.access.reach(caller, 'Query.scorecards');
    const counties = reach.counties(region);
    const scope: ScoreScope = { reach, counties, region, digits: DIGITS[level], from, to };
    if (counties.length === 0) return [];
    const counted = await this.count(scope);
    const regions = this.regionsOf(region, level).filter((code) => reach.covers(code));
    if (regions.length > MOST_REGIONS)
      throw new ApiError('BAD_USER_INPUT', `that is ${regions.length} regions; ask for a smaller region`, {
        path: ['region'],
      });
    const scores = regions.map((code) => ({ regionCode: code, ...this.figures(code, level, question, counted) }));
    const onlyAnalyst = reach.grants.every(({ role }) => role === 'ANALYST');
    const shown = onlyAnalyst ? scores.flatMap((score) => hideFromAnalysts(score)) : scores;
    return shown.map((score) => ({ ...plain(score), regionCode: score.regionCode }));
  }

  private async count(scope: ScoreScope) {
    const [first, last] = [yearOf(scope.from), yearOf(scope.to)];
    return this.parts.database.readAtOnce(scope.reach.scope, async (tx) => {
      const [, households, monitored, runs, support, notices, relapses, alerts, findings, campaigns] =
        await Promise.all([
          hashJoins(tx),
          scoreHouseholds(tx, scope),
          scoreMonitored(tx, scope),
          scoreRuns(tx, scope),
          scoreSupport(tx, scope),
          scoreNotices(tx, scope),
          scoreRelapses(tx, scope),
          scoreAlerts(tx, scope),
          scoreFindings(tx, scope),
          campaignPrefixes(tx, first, last),
        ]);
      return { households, monitored, runs, support, notices, relapses, alerts, findings, campaigns };
    });
  }

  private figures(code: RegionCode, level: RegionLevel, { from, to }: ScoreQuestion, counted: Counted): ScoreFigures {
    const key = code.slice(0, DIGITS[level]);
    const of = <T extends { readonly key: string }>(rows: readonly T[]): T | undefined =>
      rows.find((row) => row.key === key);
    const all = <T extends { readonly key: string }>(rows: readonly T[]): T[] => rows.filter((row) => row.key === key);
    const [homes, cases] = [of(counted.households), of(counted.monitored)];
    const [runs, relapses, alerts] = [of(counted.runs), of(counted.relapses), of(counted.alerts)];
    return {
      households: homes?.households ?? 0,
      monitored: cases?.monitored ?? 0,
      identifiedOnTime: share(runs?.inTime, runs?.ended),
      supportedOnTime: this.supportedOnTime(all(counted.support), to),
      alertsVerifiedOnTime: share(alerts?.inTime, alerts?.alerts),
      inspectionCoverage: share(homes?.met, homes?.households),
      noticeCompliance: this.noticeCompliance(all(counted.notices)),
      relapseRate: share(relapses?.relapsed, relapses?.eliminated),
      dataQualityFlags: of(counted.findings)?.flags ?? 0,
      responsibility: share(cases?.responsible, cases?.monitored),
      helped: share(cases?.helped, cases?.monitored),
      supervised: share(cases?.met, cases?.monitored),
      policyExplained: share(homes?.told, homes?.households),
      instrumentsEnded: this.instrumentsEnded(code, from, to),
      inspectionCampaign: campaignIn(code, level, [yearOf(from), yearOf(to)], counted.campaigns),
    };
  }

  private supportedOnTime(rows: Counted['support'], to: CalendarDate) {
    let [inTime, judged] = [0, 0];
    for (const { county, identifiedOn, supportedOn, cases } of rows) {
      const limit = this.parts.provinces.rulesOn(county, identifiedOn).supportLimit;
      const due = limit === null ? null : limitDueDate(identifiedOn, limit.value, this.parts.holidays).dueOn;
      if (due === null || (supportedOn === null && due >= to)) continue;
      judged += cases;
      if (supportedOn !== null && supportedOn <= due) inTime += cases;
    }
    return share(inTime, judged);
  }

  private noticeCompliance(rows: Counted['notices']) {
    let [long, judged] = [0, 0];
    for (const { county, step, days, cases, ...run } of rows) {
      const least = stepDefinition(this.parts.provinces.definitionOf(run, county), step)?.minimumNoticeDays ?? null;
      if (least === null) continue;
      judged += cases;
      if (days >= least) long += cases;
    }
    return share(long, judged);
  }

  /** R26 政策不摘 · Of the province, and so the same for every region of it. */
  private instrumentsEnded(code: RegionCode, from: CalendarDate, to: CalendarDate): number {
    if (levelOf(code) === 'NATION') return 0;
    const before = this.parts.provinces.rulesOn(code, from).instruments;
    const after = new Set(this.parts.provinces.rulesOn(code, to).instruments.map(({ family }) => family));
    return before.filter((one) => one.to !== null && one.to >= from && one.to < to && !after.has(one.family)).length;
  }

  private regionsOf(region: RegionCode, level: RegionLevel): RegionCode[] {
    if (levelOf(region) === level) return [region];
    const below = (code: RegionCode): RegionCode[] =>
      this.parts.tree.childrenOf(code).flatMap((child) => {
        if (child.level === level) return [child.code];
        return REGION_LEVELS.indexOf(child.level) < REGION_LEVELS.indexOf(level) ? below(child.code) : [];
      });
    return below(region);
  }
}

/** Shares without what they are of. */
function plain(score: ScoreFigures): Readonly<Record<string, unknown>> {
  const bare = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? (value as Share).value : value;
  return Object.fromEntries(Object.entries(score).map(([name, value]) => [name, bare(value)]));
}

/** R07 年度排查 · Whether each year has a campaign that takes the region in. */
function campaignIn(
  code: RegionCode,
  level: RegionLevel,
  [first, last]: readonly [number, number],
  campaigns: Counted['campaigns'],
): boolean | null {
  if (REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf('COUNTY')) return null;
  const own = campaigns.filter(({ prefix }) => subtreePrefix(code).startsWith(prefix)).map(({ year }) => year);
  for (let year = first; year <= last; year += 1) if (!own.includes(year)) return false;
  return true;
}
