import { AGGREGATES } from '../../domain/jurisdiction/role-groups.js';
import { type CalendarDate, yearOf } from '../../domain/kernel/calendar-date.js';
import {
  DIGITS_OF_LEVEL,
  levelOf,
  REGION_LEVELS,
  type RegionCode,
  type RegionLevel,
} from '../../domain/kernel/region-code.js';
import { judgementDay } from '../../domain/scorecard/judge-timeliness.js';
import type { ScoreFigures, Share } from '../../domain/scorecard/score-figures.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import type { Caller } from '../../platform/auth/caller.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import type { RegionTree } from '../region/index.js';
import type { Asked, AtDesk, CheckedQuestion, StatLedger } from '../stat-desk/index.js';
import { countScores, figuresOf } from './exact-scores.js';
import { FigureJudge, type JudgeParts } from './figure-judge.js';
import { pricedScores, type ScoreQuestion } from './price-scores.js';
import { publishedScores, refuseVillages, scoresPublication, shownFigures } from './published-scores.js';
import type { ScoreScope } from './score-scope.repository.js';
import { campaignPrefixes } from './scorecard.repository.js';
import { inspectedYearly, instrumentsEnded, yearsBegun } from './unbroken-policy.js';

/** 评分所需 · What it stands on. */
export interface ScorecardParts extends JudgeParts, AtDesk {
  readonly analysis: Database;
  /** What perturbs published figures. */
  readonly draw: KeyedDraw;
  readonly access: AccessService;
  readonly tree: RegionTree;
}

/** 一地评分 · The figures of one region, shares as plain numbers. */
export interface RegionScore {
  readonly regionCode: RegionCode;
}

/** 评分答复 · The figures of some regions; of what day, where they are published. */
export interface ScoresAnswer {
  readonly scores: readonly RegionScore[];
  readonly published: CalendarDate | null;
}

/** Rows of one answer; a smaller region gives the rest. */
const MOST_REGIONS = 5_000;

const OFFICERS = AGGREGATES.filter((role) => role !== 'ANALYST');

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
   * 评分 · The figures of every region of a level within a region that the caller reaches; checked, reckoned and paid for before they are asked.
   *
   * Analysts are shown the newest publication; whoever holds an office too, the regions of it as they stand: two questions then.
   *
   * @throws ApiError BAD_USER_INPUT where the level is above the region, the days are turned round or have not begun, or analysts are not
   *   shown such places or days; COMPLEXITY_LIMIT for what takes too much; SERVICE_UNAVAILABLE while no scorecards are published
   */
  async ask(caller: Caller, question: ScoreQuestion, ledger: StatLedger): Promise<Asked<ScoresAnswer>[]> {
    const { region, level, from, to } = question;
    check(question, caller.today);
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
    if (others.length > 0) refuseVillages({ region, digits: DIGITS_OF_LEVEL[level] });
    const period = { region, digits: DIGITS_OF_LEVEL[level], from, to, today: caller.today };
    const scopeOf = (of: Reach): ScoreScope => ({ ...period, reach: of, counties: of.counties(region) });
    const questions: CheckedQuestion<ScoresAnswer>[] = [];
    if (offices !== null && own.length > 0) {
      const scope = scopeOf(offices);
      const read = () => this.exact(scope, own, question);
      questions.push({ ...pricedScores(question, scope, 'REGISTER'), read });
    }
    if (others.length > 0) {
      const scope = scopeOf(reach);
      // Nobody pays for the one part where the other is refused.
      await this.parts.analysis.read(reach.scope, (tx) => scoresPublication(tx, scope, this.parts.draw));
      const read = () => this.published(scope, others, question);
      questions.push({ ...pricedScores(question, scope, 'PUBLICATION'), read });
    }
    return this.parts.desk.askTogether(caller, questions, ledger);
  }

  private async exact(
    scope: ScoreScope,
    regions: readonly RegionCode[],
    question: ScoreQuestion,
  ): Promise<ScoresAnswer> {
    const counted = await countScores(this.parts.analysis, scope);
    const known = { provinces: this.parts.provinces, judge: this.judge };
    const scores = regions.map((code) => ({
      ...plain(figuresOf(known, code, question.level, scope, counted)),
      regionCode: code,
    }));
    return { scores, published: null };
  }

  /** Analysts are shown the newest publication; of places where it shows no households, nothing. */
  private async published(
    scope: ScoreScope,
    regions: readonly RegionCode[],
    { level, from, to }: ScoreQuestion,
  ): Promise<ScoresAnswer> {
    const { analysis, draw } = this.parts;
    const { published, campaigns } = await analysis.read(scope.reach.scope, async (tx) => ({
      published: await publishedScores(tx, scope, draw),
      campaigns: await campaignPrefixes(tx, yearOf(from), yearOf(to)),
    }));
    const lastDay = judgementDay(to, published.day);
    const scores = regions.flatMap((code): RegionScore[] => {
      const own = published.scores.get(code.slice(0, scope.digits));
      if (own === undefined || !own.has('HOUSEHOLDS')) return [];
      const ended = instrumentsEnded(this.parts.provinces, code, from, lastDay);
      const inspectionCampaign = inspectedYearly(code, level, yearsBegun(from, lastDay), campaigns);
      const figures = { ...shownFigures(own), instrumentsEnded: ended, inspectionCampaign };
      return [{ ...plain(figures), regionCode: code }];
    });
    return { scores, published: published.day };
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

/** @throws ApiError BAD_USER_INPUT for a level above the region, and for days that are turned round or have not begun */
function check({ region, level, from, to }: ScoreQuestion, today: CalendarDate): void {
  if (REGION_LEVELS.indexOf(level) < REGION_LEVELS.indexOf(levelOf(region)))
    throw new ApiError('BAD_USER_INPUT', `${region} is a ${levelOf(region)}; ask for its level or one below it`, {
      path: ['level'],
    });
  if (from > to) throw new ApiError('BAD_USER_INPUT', `${from} is after ${to}`, { path: ['from'] });
  if (from > today) throw new ApiError('BAD_USER_INPUT', `${from} has not come; today is ${today}`, { path: ['from'] });
}

/** Shares without what they are of. */
function plain(score: ScoreFigures): Readonly<Record<string, unknown>> {
  const bare = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? (value as Share).value : value;
  return Object.fromEntries(Object.entries(score).map(([name, value]) => [name, bare(value)]));
}
