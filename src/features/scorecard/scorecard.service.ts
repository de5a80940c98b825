import { AGGREGATES } from '../../domain/jurisdiction/role-groups.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { yearOf } from '../../domain/kernel/calendar-date.js';
import {
  levelOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
  subtreePrefix,
} from '../../domain/kernel/region-code.js';
import { judgementDay } from '../../domain/scorecard/judge-timeliness.js';
import { type ScoreFigures, type Share, share } from '../../domain/scorecard/score-figures.js';
import type { PublishedCount } from '../../domain/scorecard/publish-scores.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService, Reach } from '../access/index.js';
import type { RegionTree } from '../region/index.js';
import { FigureJudge, type JudgeParts } from './figure-judge.js';
import { judgedOn } from './figure-rows.repository.js';
import { noticeGroups, supportGroups } from './judged-groups.repository.js';
import { publishedScores } from './published-scores.js';
import type { ScoreScope } from './score-scope.repository.js';
import { type Counts, campaignPrefixes, countFigures } from './scorecard.repository.js';

/** 评分所需 · What it stands on. */
export interface ScorecardParts extends JudgeParts {
  readonly database: Database;
  /** For what is published: connections and time limits of its own. */
  readonly analysis: Database;
  /** What perturbs published figures. */
  readonly draw: KeyedDraw;
  readonly access: AccessService;
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

const OFFICERS = AGGREGATES.filter((role) => role !== 'ANALYST');

type Counted = Awaited<ReturnType<ScorecardService['count']>>;

/**
 * 考核评分 · Figures by region for the yearly assessment, reckoned out of the register (R07, R25, R26).
 *
 * @article 5.3
 */
export class ScorecardService {
  private readonly judge: FigureJudge;

  constructor(private readonly parts: ScorecardParts) {
    this.judge = new FigureJudge(parts);
  }

  /**
   * 评分 · The figures of every region of a level within a region that the caller reaches, in the order of their codes.
   *
   * Analysts are shown the newest publication; whoever holds an office too, the regions of it as they stand.
   *
   * @throws ApiError BAD_USER_INPUT where the level is above the region, the days are turned round, or analysts are not shown such places or
   *   days; SERVICE_UNAVAILABLE while no scorecards are published
   */
  async scorecards(caller: Caller, question: ScoreQuestion): Promise<RegionScore[]> {
    const { region, level, from, to } = question;
    if (REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf(levelOf(region)))
      throw new ApiError('BAD_USER_INPUT', `${region} is a ${levelOf(region)}; ask for its level or one below it`, {
        path: ['level'],
      });
    if (from > to) throw new ApiError('BAD_USER_INPUT', `${from} is after ${to}`, { path: ['from'] });
    const reach = await this.parts.access.reach(caller, 'Query.scorecards');
    const regions = this.regionsOf(region, level).filter((code) => reach.covers(code));
    if (regions.length > MOST_REGIONS)
      throw new ApiError('BAD_USER_INPUT', `that is ${regions.length} regions; ask for a smaller region`, {
        path: ['region'],
      });
    // Exact in the caller's own offices only, whatever is granted beside.
    const offices = await this.parts.access.reachAs(caller, OFFICERS);
    const isOwn = (code: RegionCode): boolean => offices?.covers(code) ?? false;
    const [own, others] = [regions.filter(isOwn), regions.filter((code) => !isOwn(code))];
    const scopeOf = (of: Reach): ScoreScope => {
      return { reach: of, counties: of.counties(region), region, digits: DIGITS[level], from, to, today: caller.today };
    };
    const scores = [
      ...(own.length === 0 ? [] : await this.exact(scopeOf(offices!), own, question)),
      ...(others.length === 0 ? [] : await this.published(scopeOf(reach), others, question)),
    ];
    const order = new Map(regions.map((code, at) => [code, at]));
    return scores.sort((one, other) => order.get(one.regionCode)! - order.get(other.regionCode)!);
  }

  private async exact(
    scope: ScoreScope,
    regions: readonly RegionCode[],
    question: ScoreQuestion,
  ): Promise<RegionScore[]> {
    const counted = await this.count(scope);
    return regions.map((code) => ({
      ...plain(this.figures(code, question.level, scope, counted)),
      regionCode: code,
    }));
  }

  /** Analysts are shown the newest publication; of places where it shows no households, nothing. */
  private async published(
    scope: ScoreScope,
    regions: readonly RegionCode[],
    { level, from, to }: ScoreQuestion,
  ): Promise<RegionScore[]> {
    const { analysis, draw } = this.parts;
    const years = [yearOf(from), yearOf(to)] as const;
    const { published, campaigns } = await analysis.read(scope.reach.scope, async (tx) => ({
      published: await publishedScores(tx, scope, draw),
      campaigns: await campaignPrefixes(tx, ...years),
    }));
    return regions.flatMap((code): RegionScore[] => {
      const own = published.scores.get(code.slice(0, DIGITS[level]));
      if (own === undefined || !own.has('HOUSEHOLDS')) return [];
      const instrumentsEnded = this.instrumentsEnded(code, from, judgementDay(to, published.day));
      const inspectionCampaign = campaignIn(code, level, years, campaigns);
      return [{ ...plain({ ...shownFigures(own), instrumentsEnded, inspectionCampaign }), regionCode: code }];
    });
  }

  private async count(scope: ScoreScope) {
    const [first, last] = [yearOf(scope.from), yearOf(scope.to)];
    return this.parts.database.readAtOnce(scope.reach.scope, async (tx) => {
      const [, households, monitored, runs, relapses, alerts, findings, support, notices, campaigns] =
        await Promise.all([
          hashJoins(tx),
          countFigures(tx, scope, 'HOUSEHOLD'),
          countFigures(tx, scope, 'MONITORED_CASE'),
          countFigures(tx, scope, 'IDENTIFICATION'),
          countFigures(tx, scope, 'ELIMINATED_CASE'),
          countFigures(tx, scope, 'ALERT'),
          countFigures(tx, scope, 'FINDING'),
          supportGroups(tx, scope),
          noticeGroups(tx, scope),
          campaignPrefixes(tx, first, last),
        ]);
      return {
        households: byKey(households),
        monitored: byKey(monitored),
        runs: byKey(runs),
        relapses: byKey(relapses),
        alerts: byKey(alerts),
        findings: byKey(findings),
        support: byKey(support),
        notices: byKey(notices),
        campaigns,
      };
    });
  }

  private figures(code: RegionCode, level: RegionLevel, scope: ScoreScope, counted: Counted): ScoreFigures {
    const { from, to } = scope;
    const lastDay = judgedOn(scope);
    const key = code.slice(0, DIGITS[level]);
    const of = (counts: ReadonlyMap<string, readonly Counts[]>): Counts => counts.get(key)?.[0] ?? NONE;
    const [homes, cases] = [of(counted.households), of(counted.monitored)];
    return {
      households: homes.counted,
      monitored: cases.counted,
      identifiedOnTime: shareOf(of(counted.runs), 'IDENTIFIED_ON_TIME'),
      supportedOnTime: judged(counted.support.get(key) ?? [], (group) => this.judge.support(group, lastDay)),
      alertsVerifiedOnTime: shareOf(of(counted.alerts), 'ALERTS_VERIFIED_ON_TIME'),
      inspectionCoverage: shareOf(homes, 'INSPECTION_COVERAGE'),
      noticeCompliance: judged(counted.notices.get(key) ?? [], (group) => this.judge.notice(group)),
      relapseRate: shareOf(of(counted.relapses), 'RELAPSE_RATE'),
      dataQualityFlags: of(counted.findings).counted,
      responsibility: shareOf(cases, 'RESPONSIBILITY'),
      helped: shareOf(cases, 'HELPED'),
      supervised: shareOf(cases, 'SUPERVISED'),
      policyExplained: shareOf(homes, 'POLICY_EXPLAINED'),
      instrumentsEnded: this.instrumentsEnded(code, from, lastDay),
      inspectionCampaign: campaignIn(code, level, [yearOf(from), yearOf(to)], counted.campaigns),
    };
  }

  /** R26 政策不摘 · Of the province, and so the same for every region of it. */
  private instrumentsEnded(code: RegionCode, from: CalendarDate, to: CalendarDate): number {
    if (levelOf(code) === 'NATION' || this.parts.provinces.served(code) === null) return 0;
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

/** The figures of a place as they are published; those that are withheld are null, or 0 where they are numbers. */
function shownFigures(
  shown: ReadonlyMap<ScorecardFigure, PublishedCount>,
): Omit<ScoreFigures, 'instrumentsEnded' | 'inspectionCampaign'> {
  const number = (figure: ScorecardFigure): number => shown.get(figure)?.counted ?? 0;
  const part = (figure: ScorecardFigure): Share | null => share(shown.get(figure)?.met, shown.get(figure)?.counted);
  return {
    households: number('HOUSEHOLDS'),
    monitored: number('MONITORED'),
    identifiedOnTime: part('IDENTIFIED_ON_TIME'),
    supportedOnTime: part('SUPPORTED_ON_TIME'),
    alertsVerifiedOnTime: part('ALERTS_VERIFIED_ON_TIME'),
    inspectionCoverage: part('INSPECTION_COVERAGE'),
    noticeCompliance: part('NOTICE_COMPLIANCE'),
    relapseRate: part('RELAPSE_RATE'),
    dataQualityFlags: number('DATA_QUALITY_FLAGS'),
    responsibility: part('RESPONSIBILITY'),
    helped: part('HELPED'),
    supervised: part('SUPERVISED'),
    policyExplained: part('POLICY_EXPLAINED'),
  };
}

const NONE: Counts = { counted: 0, met: {} };

function byKey<T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const known = found.get(row.key);
    if (known === undefined) found.set(row.key, [row]);
    else known.push(row);
  }
  return found;
}

function shareOf({ counted, met }: Counts, figure: ScorecardFigure): Share | null {
  return share(met[figure], counted);
}

/** A share of the cases of those groups of which something can be said. */
function judged<T extends { readonly cases: number }>(
  groups: readonly T[],
  verdictOn: (group: T) => boolean | null,
): Share | null {
  let [met, counted] = [0, 0];
  for (const group of groups) {
    const verdict = verdictOn(group);
    if (verdict === null) continue;
    counted += group.cases;
    if (verdict) met += group.cases;
  }
  return share(met, counted);
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
