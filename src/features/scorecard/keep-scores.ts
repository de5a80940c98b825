import { randomUUID } from 'node:crypto';
import { DIGITS_OF_LEVEL, type RegionCode } from '../../domain/kernel/region-code.js';
import { publishedPeriods, type ScoreCell } from '../../domain/scorecard/publish-scores.js';
import type { ScorecardFigure } from '../../domain/scorecard/scorecard-figure.js';
import { joined, NO_CELL } from '../../domain/statistics/disclosure/cell.js';
import type { Transaction } from '../../platform/database/database.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import { WHOLE_REGISTER } from '../../platform/database/scope.js';
import type { PublishesCounty } from '../publication/index.js';
import { FigureJudge, type JudgeParts } from './figure-judge.js';
import { type FigureSubject, judgedOn } from './figure-rows.repository.js';
import { type KeyedGroup, noticeGroups, supportGroups } from './judged-groups.repository.js';
import { insertScores, SCORES_PART, scoreCells } from './publish-scores.repository.js';
import type { ScoreScope } from './score-scope.repository.js';

const COUNTED: readonly FigureSubject[] = [
  'HOUSEHOLD',
  'MONITORED_CASE',
  'IDENTIFICATION',
  'ELIMINATED_CASE',
  'ALERT',
  'FINDING',
];

/**
 * 发布评分 · Keeps what the scorecards of a county count with its publication, by township: analysts' scorecards are made of that and of
 * nothing else.
 *
 * @article 5.3
 */
export function keepScores(parts: JudgeParts): PublishesCounty {
  const judge = new FigureJudge(parts);
  const keep: PublishesCounty['keep'] = async (tx, county, { id, day }) => {
    await hashJoins(tx);
    for (const period of publishedPeriods(day)) {
      const counties = [county];
      const reach = { scope: WHOLE_REGISTER };
      // Townships are the smallest places that are published.
      const digits = DIGITS_OF_LEVEL.TOWNSHIP;
      const scope = { ...period, today: day, reach, counties, region: county as RegionCode, digits };
      const cells = await cellsOf(tx, scope, judge);
      const rows = cells.map((cell) => ({ ...cell, id: randomUUID() }));
      await insertScores(tx, county, id, period, rows);
    }
  };
  return { part: SCORES_PART, keep };
}

async function cellsOf(tx: Transaction, scope: ScoreScope, judge: FigureJudge): Promise<ScoreCell[]> {
  const [support, notices, ...counted] = await Promise.all([
    supportGroups(tx, scope),
    noticeGroups(tx, scope),
    ...COUNTED.map((subject) => scoreCells(tx, scope, subject)),
  ]);
  return [
    ...counted.flat(),
    ...judged('SUPPORTED_ON_TIME', support, (group) => judge.support(group, judgedOn(scope))),
    ...judged('NOTICE_COMPLIANCE', notices, (group) => judge.notice(group)),
  ];
}

/** The cells of a figure that is judged in groups: of each place what can be judged, and what of it meets. */
function judged<T extends KeyedGroup>(
  figure: ScorecardFigure,
  groups: readonly T[],
  verdictOn: (group: T) => boolean | null,
): ScoreCell[] {
  const places = new Map<string, ScoreCell>();
  for (const group of groups) {
    const verdict = verdictOn(group);
    if (verdict === null) continue;
    const cell = { count: group.cases, key: group.cellKey };
    const { units, met } = places.get(group.key) ?? { units: NO_CELL, met: NO_CELL };
    const meets = verdict ? joined(met, cell) : met;
    places.set(group.key, { figure, place: group.key, units: joined(units, cell), met: meets });
  }
  return [...places.values()];
}
