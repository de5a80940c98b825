import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { DIGITS_OF_LEVEL, levelOf } from '../../domain/kernel/region-code.js';
import {
  type PublishedCount,
  type PublishedPeriod,
  publishedPeriods,
  publishScoresInParts,
} from '../../domain/scorecard/publish-scores.js';
import { type ScoreFigures, type Share, share } from '../../domain/scorecard/score-figures.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import type { KeyedDraw } from '../../domain/statistics/disclosure/cell.js';
import type { Transaction } from '../../platform/database/database.js';
import { ApiError } from '../../platform/errors/api-error.js';
import { inParts } from '../../platform/in-parts.js';
import { publicationFor, refusedToAnalyst } from '../publication/index.js';
import { publishedScoreCells, SCORES_PART } from './publish-scores.repository.js';
import type { ScoreScope } from './score-scope.repository.js';

/** 发布的评分 · The day that was published, and by the digits of a place what analysts are shown of each figure. */
export interface PublishedScores {
  readonly day: CalendarDate;
  readonly scores: ReadonlyMap<string, ReadonlyMap<ScorecardFigure, PublishedCount>>;
}

/** 不发布村级 · Whatever is published: of villages nothing is. @throws ApiError BAD_USER_INPUT for villages @article 5.3 */
export function refuseVillages({ region, digits }: Pick<ScoreScope, 'region' | 'digits'>): void {
  if (digits === DIGITS_OF_LEVEL.VILLAGE || levelOf(region) === 'VILLAGE')
    throw refusedToAnalyst('townships are the smallest places that are published', 'level');
}

/**
 * 评分的发布 · The newest publication, where it has the scorecards of a period: asked before anything is paid for, and again by what reads them.
 *
 * @throws ApiError BAD_USER_INPUT for days that are not published, SERVICE_UNAVAILABLE while no scorecards are published
 * @article 5.3
 */
export async function scoresPublication(tx: Transaction, scope: PublishedPeriod, draw: KeyedDraw) {
  const { id, parameters, parts, day: told } = await publicationFor(tx, null, draw);
  if (parts?.includes(SCORES_PART) !== true)
    throw new ApiError(
      'SERVICE_UNAVAILABLE',
      'The figures were published without scorecards, by an older version; they are answered once figures are published anew, within the hour.',
    );
  const day = told as CalendarDate;
  const periods = publishedPeriods(day);
  if (!periods.some(({ from, to }) => from === scope.from && to === scope.to))
    throw refusedToAnalyst(
      `scorecards are published of whole years and quarters: ${periods.map(daysOf).join(', ')}`,
      'from',
    );
  return { id, parameters, day };
}

/**
 * 读取发布的评分 · What analysts are shown of the places of a scope and a period, out of the newest publication.
 *
 * @throws ApiError as `scoresPublication`
 * @article 5.3
 */
export async function publishedScores(tx: Transaction, scope: ScoreScope, draw: KeyedDraw): Promise<PublishedScores> {
  const { id, parameters, day } = await scoresPublication(tx, scope, draw);
  const cells = await publishedScoreCells(tx, scope, id);
  return { day, scores: await inParts(publishScoresInParts(cells, { draw, parameters })) };
}

const daysOf = ({ from, to }: PublishedPeriod): string => `${from} to ${to}`;

/** 发布的指标 · The figures of a place as they are published; those that are withheld are null, or 0 where they are numbers. @article 5.3 */
export function shownFigures(
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
